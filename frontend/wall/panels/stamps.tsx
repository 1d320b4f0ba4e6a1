// The stamp picker: search by a plain word, add with one tap.
import { startTransition, useLayoutEffect, useMemo, useRef, useState, type KeyboardEvent } from "react";
import { flushSync } from "react-dom";
import { usePanel, useSetting, useWallState } from "./context.tsx";
import { Dialog } from "./dialog.tsx";
import { gridNeighbour, isSubmitKey } from "./keyboard.ts";
import { StampGroup } from "./stamp_group.tsx";
import { categories, parseRecent, searchStamps, stampName, stampSvg, useStampLibrary, withRecent, type Stamp, type StampCategory, type StampLibrary } from "./stamp_library.ts";

const STORAGE_KEY = "path-planner recent stamps";

export function StampPanel() {
  const { wall, close } = usePanel();
  const library = useStampLibrary();
  return (
    <Dialog title={wall.t("stamps.title")} onClose={close} className="pp-wide">
      {library === "waiting" ? <p>{wall.t("stamps.waiting")}</p> : null}
      {library === "missing" ? <p role="alert">{wall.t("stamps.missing")}</p> : null}
      {typeof library === "object" ? <StampPicker library={library} /> : null}
    </Dialog>
  );
}

function StampPicker({ library }: { library: StampLibrary }) {
  const { wall, announce, close } = usePanel();
  const { selected, colour: penColour } = useWallState();
  const { words, pens } = useSetting();
  const selectedStamps = useSelectedStamps();
  const [query, setQuery] = useState("");
  const [colour, setColour] = useState(pens.includes(penColour) ? penColour : (pens[0] ?? "#1E2430"));
  const [recent] = useState(() => parseRecent(readRecent()));
  const [searchedQuery, setSearchedQuery] = useState("");
  const field = useRef<HTMLInputElement>(null);
  const panel = useRef<HTMLDivElement>(null);
  // The library may be loaded after the dialog has opened.
  useLayoutEffect(() => field.current?.focus(), []);
  const groups = useMemo<StampCategory[]>(() => {
    if (searchedQuery.trim() === "") return categories(library, recent, words);
    const matches = searchStamps(library, searchedQuery, words);
    return matches.length > 0 ? [{ id: "found", words: "", stamps: matches }] : [];
  }, [library, recent, words, searchedQuery]);
  const add = (stamp: Stamp) => {
    const name = stampName(stamp, words);
    wall.addStamp({ stamp: stamp.id, words: name, colour, svg: stampSvg(library, stamp, colour) });
    storeRecent(withRecent(parseRecent(readRecent()), stamp.id));
    announce(wall.t("stamps.told", { name }));
    close();
  };
  const chooseColour = (next: string) => {
    setColour(next);
    if (selectedStamps.length === 0) return;
    const findStamp = (id: string) => library.stamps.find((stamp) => stamp.id === id);
    wall.recolour(selected.filter((id) => selectedStamps.includes(id)), next, (id) => {
      const stamp = findStamp(id);
      return stamp ? stampSvg(library, stamp, next) : "";
    });
    announce(wall.t("stamps.recoloured"));
  };
  const count = wall.t("stamps.count", { count: String(groups[0]?.stamps.length ?? 0) });
  return (
    <div ref={panel}>
      <ColourField value={colour} pens={pens} recolours={selectedStamps.length > 0} onChoose={chooseColour} />
      <label className="pp-field">
        <span className="pp-label">{wall.t("stamps.find")}</span>
        <input
          ref={field}
          type="search"
          autoComplete="off"
          dir="auto"
          value={query}
          onChange={({ target }) => {
            setQuery(target.value);
            startTransition(() => setSearchedQuery(target.value));
          }}
          onKeyDown={(event) => {
            if (event.key !== "ArrowDown" && !isSubmitKey(event.nativeEvent)) return;
            event.preventDefault();
            // People who type faster than the grid is rendered still get what they typed.
            flushSync(() => setSearchedQuery(query));
            panel.current?.querySelector<HTMLElement>(".pp-stamp[tabindex='0']")?.focus();
          }}
        />
      </label>
      <StampGrid groups={groups} library={library} colour={colour} onAdd={add} />
      <p role="status" className={groups.length > 0 ? "pp-readers" : ""}>
        {groups.length === 0 ? wall.t("stamps.none") : searchedQuery.trim() === "" ? "" : count}
      </p>
    </div>
  );
}

function StampGrid({ groups, library, colour, onAdd }: { groups: StampCategory[]; library: StampLibrary; colour: string; onAdd(stamp: Stamp): void }) {
  const { words, right_to_left } = useSetting();
  const { wall } = usePanel();
  const grid = useRef<HTMLDivElement>(null);
  const [lastKey, setLastKey] = useState("");
  const keys = groups.flatMap((group) => group.stamps.map((stamp) => `${group.id}/${stamp.id}`));
  const focusedKey = keys.includes(lastKey) ? lastKey : keys[0];
  const onKeyDown = (event: KeyboardEvent) => {
    const buttons = [...(grid.current?.querySelectorAll<HTMLButtonElement>("button") ?? [])];
    const from = buttons.findIndex((button) => button === document.activeElement);
    const centres = buttons.map((button) => {
      const { x, y, width, height } = button.getBoundingClientRect();
      return { x: x + width / 2, y: y + height / 2 };
    });
    const to = gridNeighbour(centres, from, event.key, right_to_left);
    if (to === null) return;
    event.preventDefault();
    buttons[to]?.focus();
  };
  return (
    <div ref={grid} onKeyDown={onKeyDown} className="pp-stamps">
      {groups.map((group) => (
        <StampGroup
          key={group.id}
          group={group}
          title={group.id === "" ? wall.t("stamps.recent") : group.id === "found" ? wall.t("stamps.found") : group.words}
          line={library.line}
          size={library.size}
          focusedKey={focusedKey ?? ""}
          colour={colour}
          translations={words}
          onFocusKey={setLastKey}
          onAdd={onAdd}
        />
      ))}
    </div>
  );
}

function ColourField(props: { value: string; pens: string[]; recolours: boolean; onChoose(colour: string): void }) {
  const { wall } = usePanel();
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

function readRecent(): string | null {
  try {
    return localStorage.getItem(STORAGE_KEY);
  } catch {
    return null;
  }
}

function storeRecent(recent: readonly string[]): void {
  try {
    localStorage.setItem(STORAGE_KEY, JSON.stringify(recent));
  } catch {
    // A browser that stores nothing still has the whole library.
  }
}
