// The box of stamps: found by a plain word, put on the wall with one tap.
import { startTransition, useLayoutEffect, useMemo, useRef, useState, type KeyboardEvent } from "react";
import { flushSync } from "react-dom";
import { useRoom, useSetting, useWallState } from "./context.tsx";
import { Dialog } from "./dialog.tsx";
import { endsLine, neighbour } from "./keyboard.ts";
import { StampGroup } from "./stamp_group.tsx";
import { found, grouped, nameOf, recentFrom, svgOf, useBox, usedNow, type Box, type Group, type Stamp } from "./stamp_library.ts";

const KEPT = "path-planner recent stamps";

export function StampPanel() {
  const { wall, leave } = useRoom();
  const box = useBox();
  return (
    <Dialog title={wall.t("stamps.title")} onClose={leave} className="pp-wide">
      {box === "waiting" ? <p>{wall.t("stamps.waiting")}</p> : null}
      {box === "missing" ? <p role="alert">{wall.t("stamps.missing")}</p> : null}
      {typeof box === "object" ? <Opened box={box} /> : null}
    </Dialog>
  );
}

function Opened({ box }: { box: Box }) {
  const { wall, tell, leave } = useRoom();
  const { selected, tappedAt, colour: drawnWith } = useWallState();
  const { words, pens } = useSetting();
  const chosen = useSelectedStamps();
  const [typed, setTyped] = useState("");
  const [colour, setColour] = useState(pens.includes(drawnWith) ? drawnWith : (pens[0] ?? "#1E2430"));
  const [recent] = useState(() => recentFrom(stored()));
  const [sought, setSought] = useState("");
  const field = useRef<HTMLInputElement>(null);
  const panel = useRef<HTMLDivElement>(null);
  // The box may come after the dialog has opened.
  useLayoutEffect(() => field.current?.focus(), []);
  const groups = useMemo<Group[]>(() => {
    if (sought.trim() === "") return grouped(box, recent, words);
    const fitting = found(box, sought, words);
    return fitting.length > 0 ? [{ id: "found", words: "", stamps: fitting }] : [];
  }, [box, recent, words, sought]);
  const put = (stamp: Stamp) => {
    const name = nameOf(stamp, words);
    const at = tappedAt ?? wall.centre();
    wall.addStamp({ stamp: stamp.id, words: name, colour, svg: svgOf(box, stamp, colour), at });
    keep(usedNow(recentFrom(stored()), stamp.id));
    tell(wall.t("stamps.told", { name }));
    leave();
  };
  const paint = (next: string) => {
    setColour(next);
    if (chosen.length === 0) return;
    const drawn = (id: string) => box.stamps.find((stamp) => stamp.id === id);
    wall.recolour(selected.filter((id) => chosen.includes(id)), next, (id) => {
      const stamp = drawn(id);
      return stamp ? svgOf(box, stamp, next) : "";
    });
    tell(wall.t("stamps.recoloured"));
  };
  const count = wall.t("stamps.count", { count: String(groups[0]?.stamps.length ?? 0) });
  return (
    <div ref={panel}>
      <Colours value={colour} pens={pens} recolours={chosen.length > 0} onChoose={paint} />
      <label className="pp-field">
        <span className="pp-label">{wall.t("stamps.find")}</span>
        <input
          ref={field}
          type="search"
          dir="auto"
          value={typed}
          onChange={({ target }) => {
            setTyped(target.value);
            startTransition(() => setSought(target.value));
          }}
          onKeyDown={(event) => {
            if (event.key !== "ArrowDown" && !endsLine(event.nativeEvent)) return;
            event.preventDefault();
            // Whoever types faster than the box is drawn still gets what was typed.
            flushSync(() => setSought(typed));
            panel.current?.querySelector<HTMLElement>(".pp-stamp[tabindex='0']")?.focus();
          }}
        />
      </label>
      <Grid groups={groups} box={box} colour={colour} onPut={put} />
      <p role="status" className={groups.length > 0 ? "pp-readers" : ""}>
        {groups.length === 0 ? wall.t("stamps.none") : sought.trim() === "" ? "" : count}
      </p>
    </div>
  );
}

function Grid({ groups, box, colour, onPut }: { groups: Group[]; box: Box; colour: string; onPut(stamp: Stamp): void }) {
  const { words, right_to_left } = useSetting();
  const { wall } = useRoom();
  const grid = useRef<HTMLDivElement>(null);
  const [at, setAt] = useState("");
  const keys = groups.flatMap((group) => group.stamps.map((stamp) => `${group.id}/${stamp.id}`));
  const here = keys.includes(at) ? at : keys[0];
  const press = (event: KeyboardEvent) => {
    const all = [...(grid.current?.querySelectorAll<HTMLButtonElement>("button") ?? [])];
    const from = all.findIndex((button) => button === document.activeElement);
    const spots = all.map((button) => {
      const { x, y, width, height } = button.getBoundingClientRect();
      return { x: x + width / 2, y: y + height / 2 };
    });
    const to = neighbour(spots, from, event.key, right_to_left);
    if (to === null) return;
    event.preventDefault();
    all[to]?.focus();
  };
  return (
    <div ref={grid} onKeyDown={press} className="pp-stamps">
      {groups.map((group) => (
        <StampGroup
          key={group.id}
          group={group}
          title={group.id === "" ? wall.t("stamps.recent") : group.id === "found" ? wall.t("stamps.found") : group.words}
          line={box.line}
          size={box.size}
          here={here ?? ""}
          colour={colour}
          words={words}
          onHere={setAt}
          onPut={onPut}
        />
      ))}
    </div>
  );
}

function Colours(props: { value: string; pens: string[]; recolours: boolean; onChoose(colour: string): void }) {
  const { wall } = useRoom();
  const { words } = useSetting();
  return (
    <fieldset className="pp-group">
      <legend>{wall.t(props.recolours ? "stamps.recolour" : "stamps.colour")}</legend>
      <div className="pp-colours">
        {props.pens.map((pen) => (
          <label key={pen} className="pp-colour">
            <input
              type="radio"
              name="pp-stamp-colour"
              checked={props.value === pen}
              onChange={() => props.onChoose(pen)}
              onClick={() => props.recolours && props.value === pen && props.onChoose(pen)}
            />
            <span className="pp-dot" style={{ background: pen }} aria-hidden="true" />
            <span>{words[`colour:${pen.toLowerCase()}`] ?? pen}</span>
          </label>
        ))}
      </div>
    </fieldset>
  );
}

function useSelectedStamps(): string[] {
  const { selected, items } = useWallState();
  return selected.filter((id) => items.get(id)?.kind === "stamp");
}

function stored(): string | null {
  try {
    return localStorage.getItem(KEPT);
  } catch {
    return null;
  }
}

function keep(recent: readonly string[]): void {
  try {
    localStorage.setItem(KEPT, JSON.stringify(recent));
  } catch {
    // A browser that keeps nothing still has the whole box.
  }
}
