// Fields that several panels share: people as large buttons, stages, how far words may travel.
import { useId, type KeyboardEvent, type ReactNode, type Ref } from "react";
import type { Person } from "../protocol.ts";
import { useSetting, useWall } from "./context.tsx";
import { endsLine } from "./keyboard.ts";

interface PeopleChoice {
  label: string;
  people: readonly Person[];
  value: string | null;
  /** Names the choice of nobody; without it somebody must be chosen. */
  nobody?: string;
  /** Shows the numbers that choose. */
  numbered?: boolean;
  onChoose(person: string | null): void;
}

export function PeopleChoice({ label, people, value, nobody, numbered = false, onChoose }: PeopleChoice) {
  const name = useId();
  const all = [...people.map(({ id, name }) => ({ id, name })), ...(nobody ? [{ id: null, name: nobody }] : [])];
  return (
    <fieldset className="pp-group">
      <legend>{label}</legend>
      <div className="pp-people">
        {all.map((person, index) => (
          <label key={person.id ?? ""} className="pp-choice">
            <input
              type="radio"
              name={name}
              checked={value === person.id}
              onChange={() => onChoose(person.id)}
            />
            {numbered && (person.id === null || index < 9) ? (
              <span className="pp-number" aria-hidden="true">
                {person.id === null ? 0 : index + 1}
              </span>
            ) : null}
            <span dir="auto">{person.name}</span>
          </label>
        ))}
      </div>
    </fieldset>
  );
}

interface Choice {
  label: string;
  value: string;
  options: readonly (readonly [value: string, words: string])[];
  onChoose(value: string): void;
}

export function Choice({ label, value, options, onChoose }: Choice) {
  return (
    <label className="pp-field">
      <span className="pp-label">{label}</span>
      <select value={value} onChange={(event) => onChoose(event.target.value)}>
        {options.map(([id, words]) => (
          <option key={id} value={id}>
            {words}
          </option>
        ))}
      </select>
    </label>
  );
}

export function StageChoice({ value, onChoose }: { value: string; onChoose(stage: string): void }) {
  const wall = useWall();
  const { stages } = useSetting();
  const options = stages.map((stage) => [stage.id, stage.title] as const);
  return <Choice label={wall.t("card.stage")} value={value} options={options} onChoose={onChoose} />;
}

const PRIVATE = "private";

export function ShareChoice({ value, onChoose }: { value: string; onChoose(share: string): void }) {
  const wall = useWall();
  const { shares } = useSetting();
  return (
    <div className="pp-field">
      <Choice label={wall.t("card.share")} value={value} options={shares} onChoose={onChoose} />
      <p className="pp-hint" role="status">
        {value === PRIVATE ? wall.t("card.private") : ""}
      </p>
    </div>
  );
}

export function Tick({ label, value, onTick }: { label: string; value: boolean; onTick(value: boolean): void }) {
  return (
    <label className="pp-tick">
      <input type="checkbox" checked={value} onChange={(event) => onTick(event.target.checked)} />
      <span>{label}</span>
    </label>
  );
}

export function DayField({ label, value, onChoose }: { label: string; value: string; onChoose(day: string): void }) {
  return (
    <label className="pp-field">
      <span className="pp-label">{label}</span>
      <input type="date" value={value} max="9999-12-31" onChange={(event) => onChoose(event.target.value)} />
    </label>
  );
}

interface WordsField {
  label: string;
  value: string;
  hint?: ReactNode;
  rows?: number;
  first?: boolean;
  large?: boolean;
  field?: Ref<HTMLTextAreaElement>;
  onType(text: string): void;
}

export const MOST_LETTERS = 10_000;

export function WordsField({ label, value, hint, rows = 3, first, large, field, onType }: WordsField) {
  const about = useId();
  return (
    <label className="pp-field">
      <span className="pp-label">{label}</span>
      <textarea
        ref={field}
        className={large ? "pp-large" : ""}
        dir="auto"
        rows={rows}
        maxLength={MOST_LETTERS}
        value={value}
        data-first={first ? "" : undefined}
        aria-describedby={hint ? about : undefined}
        onChange={(event) => onType(event.target.value)}
      />
      {hint ? (
        <span className="pp-hint" id={about}>
          {hint}
        </span>
      ) : null}
    </label>
  );
}

interface Line {
  label: string;
  button: string;
  value: string;
  onChange(value: string): void;
  onAdd(): void;
}

export function LineField({ label, button, value, onChange, onAdd }: Line) {
  const id = useId();
  const press = (event: KeyboardEvent) => {
    if (!endsLine(event.nativeEvent)) return;
    event.preventDefault();
    onAdd();
  };
  return (
    <>
      <label className="pp-label" htmlFor={id}>
        {label}
      </label>
      <div className="pp-row">
        <textarea
          id={id}
          rows={1}
          dir="auto"
          maxLength={MOST_LETTERS}
          value={value}
          onChange={(event) => onChange(event.target.value)}
          onKeyDown={press}
        />
        <button type="button" className="pp-button" onClick={onAdd}>
          {button}
        </button>
      </div>
    </>
  );
}
