// Form fields that several panels share.
import { useId, type KeyboardEvent, type ReactNode, type Ref } from "react";
import type { Person } from "../protocol.ts";
import { useSetting, useWall } from "./context.tsx";
import { isSubmitKey } from "./keyboard.ts";

interface PeopleChoiceProps {
  label: string;
  people: readonly Person[];
  value: string | null;
  /** The label of the choice of nobody; without it somebody must be chosen. */
  nobody?: string;
  /** Shows the number keys that choose a person. */
  numbered?: boolean;
  onChoose(person: string | null): void;
}

/** People as large radio buttons. */
export function PeopleChoice({ label, people, value, nobody, numbered = false, onChoose }: PeopleChoiceProps) {
  const name = useId();
  const choices = [...people.map(({ id, name }) => ({ id, name })), ...(nobody ? [{ id: null, name: nobody }] : [])];
  return (
    <fieldset className="pp-group">
      <legend>{label}</legend>
      <div className="pp-people">
        {choices.map((person, index) => (
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

interface SelectProps {
  label: string;
  value: string;
  options: readonly (readonly [value: string, words: string])[];
  onChoose(value: string): void;
}

export function Select({ label, value, options, onChoose }: SelectProps) {
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
  return <Select label={wall.t("card.stage")} value={value} options={options} onChoose={onChoose} />;
}

const PRIVATE = "private";

export function ShareChoice({ value, onChoose }: { value: string; onChoose(share: string): void }) {
  const wall = useWall();
  const { shares } = useSetting();
  return (
    <div className="pp-field">
      <Select label={wall.t("card.share")} value={value} options={shares} onChoose={onChoose} />
      <p className="pp-hint" role="status">
        {value === PRIVATE ? wall.t("card.private") : ""}
      </p>
    </div>
  );
}

export function Checkbox({ label, value, onChange }: { label: string; value: boolean; onChange(value: boolean): void }) {
  return (
    <label className="pp-tick">
      <input type="checkbox" checked={value} onChange={(event) => onChange(event.target.checked)} />
      <span>{label}</span>
    </label>
  );
}

export function DateField({ label, value, onChoose }: { label: string; value: string; onChoose(day: string): void }) {
  return (
    <label className="pp-field">
      <span className="pp-label">{label}</span>
      <input type="date" value={value} max="9999-12-31" onChange={(event) => onChoose(event.target.value)} />
    </label>
  );
}

interface TextFieldProps {
  label: string;
  value: string;
  hint?: ReactNode;
  rows?: number;
  initialFocus?: boolean;
  large?: boolean;
  fieldRef?: Ref<HTMLTextAreaElement>;
  onChange(text: string): void;
}

export const MAX_TEXT_LENGTH = 10_000;

export function TextField({ label, value, hint, rows = 3, initialFocus, large, fieldRef, onChange }: TextFieldProps) {
  const hintId = useId();
  return (
    <label className="pp-field">
      <span className="pp-label">{label}</span>
      <textarea
        ref={fieldRef}
        className={large ? "pp-large" : ""}
        dir="auto"
        rows={rows}
        maxLength={MAX_TEXT_LENGTH}
        value={value}
        data-first={initialFocus ? "" : undefined}
        aria-describedby={hint ? hintId : undefined}
        onChange={(event) => onChange(event.target.value)}
      />
      {hint ? (
        <span className="pp-hint" id={hintId}>
          {hint}
        </span>
      ) : null}
    </label>
  );
}

interface LineFieldProps {
  label: string;
  button: string;
  value: string;
  onChange(value: string): void;
  onAdd(): void;
}

/** A field for one line with its button: Enter adds it as well. */
export function LineField({ label, button, value, onChange, onAdd }: LineFieldProps) {
  const id = useId();
  const onKeyDown = (event: KeyboardEvent) => {
    if (!isSubmitKey(event.nativeEvent)) return;
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
          maxLength={MAX_TEXT_LENGTH}
          value={value}
          onChange={(event) => onChange(event.target.value)}
          onKeyDown={onKeyDown}
        />
        <button type="button" className="pp-button" onClick={onAdd}>
          {button}
        </button>
      </div>
    </>
  );
}
