// Records a disagreement: both sides stand, each in its own words with its own voices.
import { useState } from "react";
import { QuoteList } from "./cards.tsx";
import { Dialog, useBoardState, useController } from "./context.tsx";
import { sortedByOrder } from "./optimistic_state.ts";

const MAX_TEXT_LENGTH = 2000;

interface DisagreementFormProps {
  one: readonly string[];
  other: readonly string[];
}

export function DisagreementForm({ one, other }: DisagreementFormProps) {
  const controller = useController();
  const themes = sortedByOrder(useBoardState((state) => state.themes).values());
  const [about, setAbout] = useState("");
  const [theme, setTheme] = useState("");
  const [words, setWords] = useState({ one: "", other: "", next: "" });
  const [triedToSave, setTriedToSave] = useState(false);
  const save = () => {
    if (!about.trim()) {
      setTriedToSave(true);
      return;
    }
    controller.store.set({ firstSide: [], selection: [] });
    controller.sendAndClose(
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
    <Dialog title={controller.t("disagree.title")} className="pp-wide">
      <TextArea label={controller.t("disagree.about")} value={about} initialFocus onChange={setAbout} />
      {triedToSave && !about.trim() ? <p role="alert">{controller.t("disagree.needs_about")}</p> : null}
      <div className="pp-two">
        <section className="tb-one" aria-label={controller.t("disagree.one")}>
          <h3>{controller.t("disagree.one")}</h3>
          <TextArea label={controller.t("disagree.one_words")} value={words.one} onChange={(text) => setWords({ ...words, one: text })} />
          <QuoteList voices={one} />
        </section>
        <section className="tb-one" aria-label={controller.t("disagree.other")}>
          <h3>{controller.t("disagree.other")}</h3>
          <TextArea label={controller.t("disagree.other_words")} value={words.other} onChange={(text) => setWords({ ...words, other: text })} />
          <QuoteList voices={other} />
        </section>
      </div>
      <label className="pp-field">
        <span className="pp-label">{controller.t("disagree.theme")}</span>
        <select value={theme} onChange={(event) => setTheme(event.target.value)}>
          <option value="">{controller.t("disagree.no_theme")}</option>
          {themes.map(({ id, name }) => (
            <option key={id} value={id}>
              {name}
            </option>
          ))}
        </select>
      </label>
      <TextArea label={controller.t("disagree.next")} value={words.next} onChange={(text) => setWords({ ...words, next: text })} />
      <div className="pp-row">
        <button type="button" className="pp-button pp-main" onClick={save}>
          {controller.t("disagree.keep")}
        </button>
      </div>
    </Dialog>
  );
}

interface TextAreaProps {
  label: string;
  value: string;
  initialFocus?: boolean;
  onChange(text: string): void;
}

function TextArea({ label, value, initialFocus = false, onChange }: TextAreaProps) {
  return (
    <label className="pp-field">
      <span className="pp-label">{label}</span>
      <textarea
        dir="auto"
        rows={2}
        maxLength={MAX_TEXT_LENGTH}
        value={value}
        data-first={initialFocus ? "" : undefined}
        onChange={(event) => onChange(event.target.value)}
      />
    </label>
  );
}
