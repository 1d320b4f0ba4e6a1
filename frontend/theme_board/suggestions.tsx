// What the computer suggests, and why: themes for a voice, and clusters to start from. People decide.
import { useEffect, useState } from "react";
import { QuoteList } from "./cards.tsx";
import { Dialog, useBoardState, useController } from "./context.tsx";
import { Icon } from "./icons.tsx";
import { PILE, themesOf } from "./lists.ts";
import { NameField } from "./name_form.tsx";

interface VoiceSuggestionsProps {
  voice: string;
  onAccept(theme: string): void;
}

export function VoiceSuggestions({ voice, onAccept }: VoiceSuggestionsProps) {
  const controller = useController();
  const request = useBoardState((state) => state.request);
  const suggestions = useBoardState((state) => state.suggestions);
  if (request?.voice !== voice) {
    return (
      <div className="pp-row">
        <button type="button" className="pp-button" onClick={() => controller.store.requestSuggestions({ about: "voice", voice })}>
          <Icon name="idea" />
          {controller.t("suggest.ask")}
        </button>
        <span className="pp-hint">{controller.t("suggest.yours")}</span>
      </div>
    );
  }
  if (suggestions === null) {
    return <Waiting />;
  }
  return (
    <section className="tb-suggested" aria-label={controller.t("suggest.suggestions")}>
      <p role="status" className={suggestions.note ? "pp-notice" : "pp-hint"}>
        {suggestions.note || controller.t("suggest.machine")}
      </p>
      <h3>{controller.t("suggest.themes")}</h3>
      {suggestions.themes.length === 0 ? <p className="pp-hint">{controller.t("suggest.no_themes")}</p> : null}
      <ul className="tb-goals">
        {suggestions.themes.map(({ theme, because }) => (
          <li key={theme}>
            <ThemeSuggestion theme={theme} because={because} onAccept={onAccept} />
          </li>
        ))}
      </ul>
      <h3>{controller.t("suggest.alike")}</h3>
      {suggestions.alike.length === 0 ? <p className="pp-hint">{controller.t("suggest.none_alike")}</p> : null}
      <ul className="pp-quotes">
        {suggestions.alike.map((similar) => (
          <SimilarVoiceItem key={similar.voice} {...similar} />
        ))}
      </ul>
    </section>
  );
}

/** How far the computer is, and a button to stop it: nothing of it is kept. */
export function Waiting() {
  const controller = useController();
  const progress = useBoardState((state) => state.progress);
  return (
    <div className="pp-row">
      <p role="status">
        {controller.t("suggest.waits")} {progress}
      </p>
      <button type="button" className="pp-button" onClick={() => controller.open(null)}>
        {controller.t("suggest.stop")}
      </button>
    </div>
  );
}

function ThemeSuggestion({ theme, because, onAccept }: { theme: string; because: string; onAccept(theme: string): void }) {
  const name = useBoardState((state) => state.themes.get(theme)?.name);
  if (name === undefined) return null;
  return (
    <button type="button" className="tb-goal tb-likely" onClick={() => onAccept(theme)}>
      <bdi>{name}</bdi>
      <small dir="auto">{because}</small>
    </button>
  );
}

function SimilarVoiceItem({ voice, because }: { voice: string; because: string }) {
  const controller = useController();
  const card = useBoardState((state) => state.cards.get(voice));
  const themes = useBoardState((state) => state.themes);
  if (!card) return null;
  const themeNames = themesOf(card, themes).map(({ name }) => name);
  return (
    <li dir="auto">
      {card.text}
      <small>
        <bdi>{card.about}</bdi>
      </small>
      {themeNames.length > 0 ? <small dir="auto">{controller.t("suggest.is_in", { names: themeNames.join(" · ") })}</small> : null}
      <small dir="auto">{because}</small>
    </li>
  );
}

/** Clusters of the pile: each may become a theme once people have named it. */
export function ClusterSuggestions() {
  const controller = useController();
  const suggestions = useBoardState((state) => state.suggestions);
  const cards = useBoardState((state) => state.cards);
  const [dismissed, setDismissed] = useState<ReadonlySet<string>>(new Set());
  useEffect(() => {
    controller.store.requestSuggestions({ about: "pile" });
    return () => controller.store.requestSuggestions(null);
  }, [controller]);
  const isLoose = (voice: string) => cards.get(voice)?.places.length === 0;
  const clusters = (suggestions?.seeds ?? [])
    .filter(({ id }) => !dismissed.has(id))
    .map((cluster) => ({ ...cluster, lines: cluster.lines.map((line) => line.filter(isLoose)).filter((line) => line.length > 0) }))
    .filter(({ lines, name }) => lines.flat().length > (name ? 0 : 1));
  const make = (name: string, voices: readonly string[], more: boolean) => {
    const theme = controller.makeTheme(name, voices.map((voice) => ({ voice, from: PILE })));
    controller.open(more ? { kind: "offers", theme } : { kind: "seeds" });
  };
  return (
    <Dialog title={controller.t("board.seeds")} className="pp-wide">
      <p className={suggestions?.note ? "pp-notice" : "pp-hint"}>{suggestions?.note || controller.t("suggest.seeds_how")}</p>
      {suggestions === null ? <Waiting /> : <p role="status">{clusters.length === 0 ? controller.t("suggest.no_seeds") : ""}</p>}
      <div className="tb-seeds">
        {clusters.map(({ id, lines, because, reach, name }) => (
          <section key={id} className="tb-seed">
            {because ? (
              <p className="pp-hint" dir="auto">
                {because}
              </p>
            ) : null}
            <QuoteList voices={lines.flatMap(([first]) => first ?? [])} times={lines.map((line) => line.length)} />
            {reach ? <p className="tb-reach">{reach}</p> : null}
            <NameField
              initial={name}
              initialFocus={false}
              buttonLabel={controller.t(reach ? "suggest.make_and_find" : "suggest.make")}
              onName={(chosen) => make(chosen, lines.flat(), reach !== "")}
            >
              <button type="button" className="pp-button" onClick={() => setDismissed(new Set([...dismissed, id]))}>
                {controller.t("suggest.dismiss")}
              </button>
            </NameField>
          </section>
        ))}
      </div>
    </Dialog>
  );
}
