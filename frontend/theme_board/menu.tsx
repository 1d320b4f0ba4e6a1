// What can be done with a theme.
import { Dialog, useDesk, usePart } from "./context.tsx";
import { splittable } from "./moves.ts";
import { inOrder } from "./optimistic_state.ts";
import type { Theme } from "./protocol.ts";

export function ThemeMenu({ theme }: { theme: Theme }) {
  const desk = useDesk();
  const row = inOrder(usePart((state) => state.themes).values());
  const hand = usePart((state) => state.hand);
  const at = row.findIndex(({ id }) => id === theme.id);
  const move = (steps: number) =>
    desk.settle({ do: "order", theme: theme.id, steps }, "told.moved", { name: theme.name });
  const { id } = theme;
  return (
    <Dialog title={theme.name} className="tb-menu-of">
      <div className="pp-stack">
        <Do words={desk.say("theme.rename")} act={() => desk.open({ kind: "rename", theme: id })} />
        <Do words={desk.say("theme.state")} act={() => desk.open({ kind: "state", theme: id })} />
        <Do words={desk.say("theme.merge")} off={row.length < 2} act={() => desk.open({ kind: "merge", theme: id })} />
        <Do
          words={desk.say("theme.split")}
          off={splittable(hand) !== id}
          hint={splittable(hand) === id ? "" : desk.say("theme.split_how")}
          act={() => desk.open({ kind: "split", theme: id, hand })}
        />
        <Do words={desk.say("theme.up")} off={at === 0} act={() => move(-1)} />
        <Do words={desk.say("theme.down")} off={at === row.length - 1} act={() => move(1)} />
        <Do words={desk.say("theme.apart")} warm act={() => desk.open({ kind: "apart", theme: id })} />
      </div>
    </Dialog>
  );
}

interface Deed {
  words: string;
  off?: boolean;
  hint?: string;
  warm?: boolean;
  act(): void;
}

function Do({ words, off = false, hint = "", warm = false, act }: Deed) {
  return (
    <>
      <button type="button" className={`pp-button ${warm ? "pp-warm" : ""}`} disabled={off} onClick={act}>
        {words}
      </button>
      {hint ? <p className="pp-hint">{hint}</p> : null}
    </>
  );
}

export function Merge({ theme }: { theme: Theme }) {
  const desk = useDesk();
  const others = inOrder(usePart((state) => state.themes).values()).filter(({ id }) => id !== theme.id);
  return (
    <Dialog title={desk.say("theme.merge_of", { name: theme.name })}>
      <p className="pp-hint">{desk.say("theme.merge_how")}</p>
      <ul className="tb-goals" aria-label={desk.say("board.themes")}>
        {others.map(({ id, name }) => (
          <li key={id}>
            <button
              type="button"
              className="tb-goal"
              onClick={() => desk.settle({ do: "merge", theme: theme.id, into: id }, "told.merged", { name })}
            >
              <bdi>{name}</bdi>
            </button>
          </li>
        ))}
      </ul>
    </Dialog>
  );
}

export function TakeApart({ theme }: { theme: Theme }) {
  const desk = useDesk();
  const apart = () => desk.settle({ do: "apart", theme: theme.id }, "told.apart", { name: theme.name });
  return (
    <Dialog title={desk.say("theme.apart_of", { name: theme.name })}>
      <p>{desk.say("theme.apart_how")}</p>
      <div className="pp-row">
        <button type="button" className="pp-button pp-warm" onClick={apart}>
          {desk.say("theme.apart_yes")}
        </button>
        <button type="button" className="pp-button" data-first="" onClick={() => desk.open(null)}>
          {desk.say("theme.apart_no")}
        </button>
      </div>
    </Dialog>
  );
}
