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
  const progress = useBoardState((state) => state.progress);
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
    return (
      <p role="status">
        {controller.t("suggest.waits")} {progress}
      </p>
    );
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
  const progress = useBoardState((state) => state.progress);
  const cards = useBoardState((state) => state.cards);
  const [dismissed, setDismissed] = useState<ReadonlySet<string>>(new Set());
  useEffect(() => {
    controller.store.requestSuggestions({ about: "pile" });
    return () => controller.store.requestSuggestions(null);
  }, [controller]);
  const clusters = (suggestions?.seeds ?? [])
    .filter(({ id }) => !dismissed.has(id))
    .map((cluster) => ({ ...cluster, voices: cluster.voices.filter((voice) => cards.get(voice)?.places.length === 0) }))
    .filter(({ voices }) => voices.length > 1);
  return (
    <Dialog title={controller.t("board.seeds")} className="pp-wide">
      <p className={suggestions?.note ? "pp-notice" : "pp-hint"}>{suggestions?.note || controller.t("suggest.seeds_how")}</p>
      <p role="status">
        {suggestions === null ? `${controller.t("suggest.waits")} ${progress}` : clusters.length === 0 ? controller.t("suggest.no_seeds") : ""}
      </p>
      <div className="tb-seeds">
        {clusters.map(({ id, voices, because }) => (
          <section key={id} className="tb-seed">
            <p className="pp-hint" dir="auto">
              {because}
            </p>
            <QuoteList voices={voices} />
            <NameField
              initialFocus={false}
              buttonLabel={controller.t("suggest.make")}
              onName={(name) => {
                controller.makeTheme(name, voices.map((voice) => ({ voice, from: PILE })));
                controller.store.set({ open: { kind: "seeds" } });
              }}
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
