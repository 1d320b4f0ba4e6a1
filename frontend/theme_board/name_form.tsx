// The dialogs in which a theme gets a name: a new one, one that is split off, one that is renamed.
import { useState, type ReactNode } from "react";
import { QuoteList } from "./cards.tsx";
import { Dialog, useController } from "./context.tsx";
import { voicesOf, type CardRef } from "./moves.ts";
import type { Theme } from "./protocol.ts";

const MAX_NAME_LENGTH = 200;

export function MakeThemeDialog({ cards }: { cards: readonly CardRef[] }) {
  const controller = useController();
  return (
    <Dialog title={controller.t("board.new_theme")}>
      <NameField buttonLabel={controller.t("theme.make")} onName={(name) => controller.makeTheme(name, cards)} />
      <QuoteList voices={voicesOf(cards)} />
    </Dialog>
  );
}

export function SplitThemeDialog({ theme, cards }: { theme: Theme; cards: readonly CardRef[] }) {
  const controller = useController();
  return (
    <Dialog title={controller.t("theme.split_from", { name: theme.name })}>
      <NameField buttonLabel={controller.t("theme.make")} onName={(name) => controller.splitTheme(theme.id, name, cards)} />
      <QuoteList voices={voicesOf(cards)} />
    </Dialog>
  );
}

export function RenameThemeDialog({ theme }: { theme: Theme }) {
  const controller = useController();
  const [based] = useState(() => controller.based);
  const rename = (name: string) =>
    controller.sendAndClose({ do: "rename", theme: theme.id, name, ...based }, "told.renamed", { name });
  return (
    <Dialog title={controller.t("theme.rename")}>
      <NameField initial={theme.name} buttonLabel={controller.t("theme.keep_name")} onName={rename} />
    </Dialog>
  );
}

interface NameFieldProps {
  initial?: string;
  buttonLabel: string;
  initialFocus?: boolean;
  /** More buttons beside it. */
  children?: ReactNode;
  onName(name: string): void;
}

export function NameField({ initial = "", buttonLabel, initialFocus = true, children, onName }: NameFieldProps) {
  const controller = useController();
  const [name, setName] = useState(initial);
  const [triedToSave, setTriedToSave] = useState(false);
  const trimmed = name.trim();
  return (
    <form
      className="pp-field"
      onSubmit={(event) => {
        event.preventDefault();
        if (trimmed) onName(trimmed);
        else setTriedToSave(true);
      }}
    >
      <label className="pp-field">
        <span className="pp-label">{controller.t("theme.name")}</span>
        <input
          type="text"
          autoComplete="off"
          dir="auto"
          maxLength={MAX_NAME_LENGTH}
          value={name}
          data-first={initialFocus ? "" : undefined}
          aria-invalid={triedToSave && !trimmed}
          onChange={(event) => setName(event.target.value)}
        />
        <span className="pp-hint" role="status">
          {triedToSave && !trimmed ? controller.t("theme.needs_name") : controller.t("theme.name_hint")}
        </span>
      </label>
      <div className="pp-row">
        <button type="submit" className="pp-button pp-main">
          {buttonLabel}
        </button>
        {children}
      </div>
    </form>
  );
}
