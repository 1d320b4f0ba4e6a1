// What the machine suggests, and what made it: for one voice, and groups to start from. People decide.
import { Quoted } from "./cards.tsx";
import { useEffect, useState } from "react";
import { Dialog, useDesk, usePart } from "./context.tsx";
import { Icon } from "./icons.tsx";
import { PILE, themesOf } from "./lists.ts";
import { NameField } from "./name_form.tsx";

interface Shown {
  voice: string;
  onAccept(theme: string): void;
}

export function Suggested({ voice, onAccept }: Shown) {
  const desk = useDesk();
  const asked = usePart((state) => state.asked);
  const answer = usePart((state) => state.answer);
  const busy = usePart((state) => state.busy);
  if (asked?.voice !== voice) {
    return (
      <div className="pp-row">
        <button type="button" className="pp-button" onClick={() => desk.store.ask({ about: "voice", voice })}>
          <Icon name="idea" />
          {desk.say("suggest.ask")}
        </button>
        <span className="pp-hint">{desk.say("suggest.yours")}</span>
      </div>
    );
  }
  if (answer === null) {
    return (
      <p role="status">
        {desk.say("suggest.waits")} {busy}
      </p>
    );
  }
  return (
    <section className="tb-suggested" aria-label={desk.say("suggest.suggestions")}>
      <p role="status" className={answer.note ? "pp-notice" : "pp-hint"}>
        {answer.note || desk.say("suggest.machine")}
      </p>
      <h3>{desk.say("suggest.themes")}</h3>
      {answer.themes.length === 0 ? <p className="pp-hint">{desk.say("suggest.no_themes")}</p> : null}
      <ul className="tb-goals">
        {answer.themes.map(({ theme, because }) => (
          <li key={theme}>
            <Likely theme={theme} because={because} onAccept={onAccept} />
          </li>
        ))}
      </ul>
      <h3>{desk.say("suggest.alike")}</h3>
      {answer.alike.length === 0 ? <p className="pp-hint">{desk.say("suggest.none_alike")}</p> : null}
      <ul className="pp-quotes">
        {answer.alike.map((one) => (
          <Alike key={one.voice} {...one} />
        ))}
      </ul>
    </section>
  );
}

function Likely({ theme, because, onAccept }: { theme: string; because: string; onAccept(theme: string): void }) {
  const name = usePart((state) => state.themes.get(theme)?.name);
  if (name === undefined) return null;
  return (
    <button type="button" className="tb-goal tb-likely" onClick={() => onAccept(theme)}>
      <bdi>{name}</bdi>
      <small dir="auto">{because}</small>
    </button>
  );
}

function Alike({ voice, because }: { voice: string; because: string }) {
  const desk = useDesk();
  const card = usePart((state) => state.cards.get(voice));
  const themes = usePart((state) => state.themes);
  if (!card) return null;
  const homes = themesOf(card, themes).map(({ name }) => name);
  return (
    <li dir="auto">
      {card.text}
      <small>
        <bdi>{card.about}</bdi>
      </small>
      {homes.length > 0 ? <small dir="auto">{desk.say("suggest.is_in", { names: homes.join(" · ") })}</small> : null}
      <small dir="auto">{because}</small>
    </li>
  );
}

/** Small groups to start from: each may become a theme once people have named it. */
export function Seeds() {
  const desk = useDesk();
  const answer = usePart((state) => state.answer);
  const busy = usePart((state) => state.busy);
  const cards = usePart((state) => state.cards);
  const [away, setAway] = useState<ReadonlySet<string>>(new Set());
  useEffect(() => {
    desk.store.ask({ about: "pile" });
    return () => desk.store.ask(null);
  }, [desk]);
  const seeds = (answer?.seeds ?? [])
    .filter(({ id }) => !away.has(id))
    .map((seed) => ({ ...seed, voices: seed.voices.filter((voice) => cards.get(voice)?.places.length === 0) }))
    .filter(({ voices }) => voices.length > 1);
  return (
    <Dialog title={desk.say("board.seeds")} className="pp-wide">
      <p className={answer?.note ? "pp-notice" : "pp-hint"}>{answer?.note || desk.say("suggest.seeds_how")}</p>
      <p role="status">
        {answer === null ? `${desk.say("suggest.waits")} ${busy}` : seeds.length === 0 ? desk.say("suggest.no_seeds") : ""}
      </p>
      <div className="tb-seeds">
        {seeds.map(({ id, voices, because }) => (
          <section key={id} className="tb-seed">
            <p className="pp-hint" dir="auto">
              {because}
            </p>
            <Quoted voices={voices} />
            <NameField
              first={false}
              act={desk.say("suggest.make")}
              onName={(name) => {
                desk.make(name, voices.map((voice) => ({ voice, from: PILE })));
                desk.store.set({ open: { kind: "seeds" } });
              }}
            >
              <button type="button" className="pp-button" onClick={() => setAway(new Set([...away, id]))}>
                {desk.say("suggest.dismiss")}
              </button>
            </NameField>
          </section>
        ))}
      </div>
    </Dialog>
  );
}
