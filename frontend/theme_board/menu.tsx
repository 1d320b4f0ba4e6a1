// The menu of a theme, and the dialogs to merge it and to take it apart.
import { Dialog, useBoardState, useController } from "./context.tsx";
import { commonTheme } from "./moves.ts";
import { sortedByOrder } from "./optimistic_state.ts";
import type { Theme } from "./protocol.ts";

export function ThemeMenu({ theme }: { theme: Theme }) {
  const controller = useController();
  const ordered = sortedByOrder(useBoardState((state) => state.themes).values());
  const selection = useBoardState((state) => state.selection);
  const index = ordered.findIndex(({ id }) => id === theme.id);
  const move = (steps: number) =>
    controller.sendAndClose({ do: "order", theme: theme.id, steps }, "told.moved", { name: theme.name });
  const { id } = theme;
  return (
    <Dialog title={theme.name} className="tb-menu-of">
      <div className="pp-stack">
        <ActionButton words={controller.t("offer.title")} onPress={() => controller.open({ kind: "offers", theme: id })} />
        <ActionButton words={controller.t("theme.rename")} onPress={() => controller.open({ kind: "rename", theme: id })} />
        <ActionButton words={controller.t("theme.state")} onPress={() => controller.open({ kind: "state", theme: id })} />
        <ActionButton words={controller.t("theme.merge")} disabled={ordered.length < 2} onPress={() => controller.open({ kind: "merge", theme: id })} />
        <ActionButton
          words={controller.t("theme.split")}
          disabled={commonTheme(selection) !== id}
          hint={commonTheme(selection) === id ? "" : controller.t("theme.split_how")}
          onPress={() => controller.open({ kind: "split", theme: id, cards: selection })}
        />
        <ActionButton words={controller.t("theme.up")} disabled={index === 0} onPress={() => move(-1)} />
        <ActionButton words={controller.t("theme.down")} disabled={index === ordered.length - 1} onPress={() => move(1)} />
        <ActionButton words={controller.t("theme.apart")} warm onPress={() => controller.open({ kind: "apart", theme: id })} />
      </div>
    </Dialog>
  );
}

interface ActionButtonProps {
  words: string;
  disabled?: boolean;
  hint?: string;
  warm?: boolean;
  onPress(): void;
}

function ActionButton({ words, disabled = false, hint = "", warm = false, onPress }: ActionButtonProps) {
  return (
    <>
      <button type="button" className={`pp-button ${warm ? "pp-warm" : ""}`} disabled={disabled} onClick={onPress}>
        {words}
      </button>
      {hint ? <p className="pp-hint">{hint}</p> : null}
    </>
  );
}

export function MergeDialog({ theme }: { theme: Theme }) {
  const controller = useController();
  const others = sortedByOrder(useBoardState((state) => state.themes).values()).filter(({ id }) => id !== theme.id);
  return (
    <Dialog title={controller.t("theme.merge_of", { name: theme.name })}>
      <p className="pp-hint">{controller.t("theme.merge_how")}</p>
      <ul className="tb-goals" aria-label={controller.t("board.themes")}>
        {others.map(({ id, name }) => (
          <li key={id}>
            <button
              type="button"
              className="tb-goal"
              onClick={() => controller.sendAndClose({ do: "merge", theme: theme.id, into: id }, "told.merged", { name })}
            >
              <bdi>{name}</bdi>
            </button>
          </li>
        ))}
      </ul>
    </Dialog>
  );
}

export function TakeApartDialog({ theme }: { theme: Theme }) {
  const controller = useController();
  const takeApart = () => controller.sendAndClose({ do: "apart", theme: theme.id }, "told.apart", { name: theme.name });
  return (
    <Dialog title={controller.t("theme.apart_of", { name: theme.name })}>
      <p>{controller.t("theme.apart_how")}</p>
      <div className="pp-row">
        <button type="button" className="pp-button pp-warm" onClick={takeApart}>
          {controller.t("theme.apart_yes")}
        </button>
        <button type="button" className="pp-button" data-first="" onClick={() => controller.open(null)}>
          {controller.t("theme.apart_no")}
        </button>
      </div>
    </Dialog>
  );
}
