// People name: a new theme, one that is split off, one that has a better name now.
import { useState, type ReactNode } from "react";
import { Quoted } from "./cards.tsx";
import { Dialog, useDesk } from "./context.tsx";
import { voicesOf, type Held } from "./moves.ts";
import type { Theme } from "./protocol.ts";

const MOST_LETTERS = 200;

export function Make({ hand }: { hand: readonly Held[] }) {
  const desk = useDesk();
  return (
    <Dialog title={desk.say("board.new_theme")}>
      <NameField act={desk.say("theme.make")} onName={(name) => desk.make(name, hand)} />
      <Quoted voices={voicesOf(hand)} />
    </Dialog>
  );
}

export function Split({ theme, hand }: { theme: Theme; hand: readonly Held[] }) {
  const desk = useDesk();
  return (
    <Dialog title={desk.say("theme.split_from", { name: theme.name })}>
      <NameField act={desk.say("theme.make")} onName={(name) => desk.split(theme.id, name, hand)} />
      <Quoted voices={voicesOf(hand)} />
    </Dialog>
  );
}

export function Rename({ theme }: { theme: Theme }) {
  const desk = useDesk();
  const rename = (name: string) =>
    desk.settle({ do: "rename", theme: theme.id, name }, "told.renamed", { name });
  return (
    <Dialog title={desk.say("theme.rename")}>
      <NameField before={theme.name} act={desk.say("theme.keep_name")} onName={rename} />
    </Dialog>
  );
}

interface Field {
  before?: string;
  act: string;
  first?: boolean;
  /** What else can be pressed beside it. */
  children?: ReactNode;
  onName(name: string): void;
}

export function NameField({ before = "", act, first = true, children, onName }: Field) {
  const desk = useDesk();
  const [name, setName] = useState(before);
  const [asked, setAsked] = useState(false);
  const whole = name.trim();
  return (
    <form
      className="pp-field"
      onSubmit={(event) => {
        event.preventDefault();
        if (whole) onName(whole);
        else setAsked(true);
      }}
    >
      <label className="pp-field">
        <span className="pp-label">{desk.say("theme.name")}</span>
        <input
          type="text"
          dir="auto"
          maxLength={MOST_LETTERS}
          value={name}
          data-first={first ? "" : undefined}
          aria-invalid={asked && !whole}
          onChange={(event) => setName(event.target.value)}
        />
        <span className="pp-hint" role="status">
          {asked && !whole ? desk.say("theme.needs_name") : desk.say("theme.name_hint")}
        </span>
      </label>
      <div className="pp-row">
        <button type="submit" className="pp-button pp-main">
          {act}
        </button>
        {children}
      </div>
    </form>
  );
}
