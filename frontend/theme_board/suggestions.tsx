// What the machine suggests for one voice, and what made it. People decide.
import { useDesk, usePart } from "./context.tsx";
import { Icon } from "./icons.tsx";
import { themesOf } from "./lists.ts";

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
