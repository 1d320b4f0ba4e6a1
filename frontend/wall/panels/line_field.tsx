// A field for one line, with its button: Enter adds what stands in it.
import { useId, type KeyboardEvent } from "react";
import { MOST_LETTERS } from "./fields.tsx";
import { endsLine } from "./keyboard.ts";

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
