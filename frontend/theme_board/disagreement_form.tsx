// Where people see it differently: both sides stand, each in its own words with its own voices.
import { useState } from "react";
import { Quoted } from "./cards.tsx";
import { Dialog, useDesk, usePart } from "./context.tsx";
import { inOrder } from "./optimistic_state.ts";

const MOST_LETTERS = 2000;

interface Shown {
  one: readonly string[];
  other: readonly string[];
}

export function Disagreeing({ one, other }: Shown) {
  const desk = useDesk();
  const themes = inOrder(usePart((state) => state.themes).values());
  const [about, setAbout] = useState("");
  const [theme, setTheme] = useState("");
  const [words, setWords] = useState({ one: "", other: "", next: "" });
  const [asked, setAsked] = useState(false);
  const keep = () => {
    if (!about.trim()) {
      setAsked(true);
      return;
    }
    desk.store.set({ oneSide: [], hand: [] });
    desk.settle(
      {
        do: "disagree",
        about: about.trim(),
        theme: theme || null,
        one: { words: words.one.trim(), voices: [...one] },
        other: { words: words.other.trim(), voices: [...other] },
        what_next: words.next.trim(),
      },
      "told.disagreed",
    );
  };
  return (
    <Dialog title={desk.say("disagree.title")} className="pp-wide">
      <Words label={desk.say("disagree.about")} value={about} first onType={setAbout} />
      {asked && !about.trim() ? <p role="alert">{desk.say("disagree.needs_about")}</p> : null}
      <div className="pp-two">
        <section className="tb-one" aria-label={desk.say("disagree.one")}>
          <h3>{desk.say("disagree.one")}</h3>
          <Words label={desk.say("disagree.one_words")} value={words.one} onType={(text) => setWords({ ...words, one: text })} />
          <Quoted voices={one} />
        </section>
        <section className="tb-one" aria-label={desk.say("disagree.other")}>
          <h3>{desk.say("disagree.other")}</h3>
          <Words label={desk.say("disagree.other_words")} value={words.other} onType={(text) => setWords({ ...words, other: text })} />
          <Quoted voices={other} />
        </section>
      </div>
      <label className="pp-field">
        <span className="pp-label">{desk.say("disagree.theme")}</span>
        <select value={theme} onChange={(event) => setTheme(event.target.value)}>
          <option value="">{desk.say("disagree.no_theme")}</option>
          {themes.map(({ id, name }) => (
            <option key={id} value={id}>
              {name}
            </option>
          ))}
        </select>
      </label>
      <Words label={desk.say("disagree.next")} value={words.next} onType={(text) => setWords({ ...words, next: text })} />
      <div className="pp-row">
        <button type="button" className="pp-button pp-main" onClick={keep}>
          {desk.say("disagree.keep")}
        </button>
      </div>
    </Dialog>
  );
}

interface Field {
  label: string;
  value: string;
  first?: boolean;
  onType(text: string): void;
}

function Words({ label, value, first = false, onType }: Field) {
  return (
    <label className="pp-field">
      <span className="pp-label">{label}</span>
      <textarea
        dir="auto"
        rows={2}
        maxLength={MOST_LETTERS}
        value={value}
        data-first={first ? "" : undefined}
        onChange={(event) => onType(event.target.value)}
      />
    </label>
  );
}
