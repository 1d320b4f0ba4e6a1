// The tools around the board: large, with their names and keys; a narrow window folds them away.
import { useRef, type CSSProperties } from "react";
import type { Desk } from "./controller.ts";
import { Icon } from "./icons.tsx";
import type { State } from "./store.ts";
import { useColumns } from "./layout.ts";
import { ALL, BACK, FINGERS, FIRST, LOOK, RAIL, ROOM, WIDTHS, type Tool } from "./tools.ts";

interface Shown {
  desk: Desk;
  state: State;
}

/** Beside the board: all that is put onto it. */
export function Rail({ desk, state }: Shown) {
  const rail = useRef<HTMLElement>(null);
  const tools = [...RAIL.flat(), ...(state.pen ? [FINGERS] : [])];
  const columns = useColumns(rail, tools.length);
  return (
    <>
      <nav className="wall-first" aria-label={desk.say("wall.first")}>
        {FIRST.map((name) => (
          <First key={name} name={name} desk={desk} state={state} />
        ))}
        <button
          type="button"
          className="wall-tool"
          aria-expanded={state.more}
          onClick={() => desk.store.set({ more: !state.more })}
        >
          <Icon name="more" />
          <span className="wall-name">{desk.say("wall.more")}</span>
        </button>
      </nav>
      <nav
        ref={rail}
        className="wall-rail"
        style={{ "--wall-columns": columns } as CSSProperties}
        data-open={state.more ? "" : undefined}
        aria-label={desk.say("wall.tools")}
      >
        {tools.map((tool) => (
          <ToolButton key={tool.name} tool={tool} desk={desk} state={state} />
        ))}
      </nav>
    </>
  );
}

/** Above the board: back and forth, where one looks, and what the room needs. */
export function Strip({ desk, state }: Shown) {
  const room = ROOM.filter(({ name }) => name !== "follow" || state.led || state.following);
  return (
    <nav className="wall-strip" data-open={state.more ? "" : undefined} aria-label={desk.say("wall.view")}>
      {[BACK, LOOK, room].map((group) => (
        <div key={group[0]?.name} className="wall-group">
          {group.map((tool) => (
            <ToolButton key={tool.name} tool={tool} desk={desk} state={state} />
          ))}
        </div>
      ))}
    </nav>
  );
}

/** The one thing left when everything is hidden. */
export function WayBack({ desk }: { desk: Desk }) {
  return (
    <button type="button" className="wall-tool wall-back" onClick={() => desk.tool("hide")}>
      <Icon name="hide" />
      <span className="wall-name">{desk.say("wall.show_tools")}</span>
      <kbd>Esc</kbd>
    </button>
  );
}

// In a narrow window one pen stands for all: the one that was used last.
function First({ name, desk, state }: Shown & { name: string }) {
  const at = Math.max(0, state.setting?.pens.indexOf(state.colour) ?? 0);
  const wanted = name === "pen" ? `pen-${Math.min(at, 5) + 1}` : name;
  const tool = ALL.find((one) => one.name === wanted);
  return tool ? <ToolButton tool={tool} desk={desk} state={state} /> : null;
}

function ToolButton({ tool, desk, state }: Shown & { tool: Tool }) {
  const pen = /^pen-(\d)$/.exec(tool.name);
  const colour = pen ? state.setting?.pens[Number(pen[1]) - 1] : undefined;
  const name = nameOf(tool, desk, state);
  return (
    <button
      type="button"
      className="wall-tool"
      data-tool={tool.name}
      aria-pressed={isOn(tool.name, state)}
      aria-keyshortcuts={tool.key.replace("Ctrl", "Control")}
      title={`${name} (${tool.key.toUpperCase()})`}
      onClick={() => press(tool, desk)}
    >
      {colour ? <span className="wall-swatch" style={{ background: colour }} aria-hidden="true" /> : null}
      {colour ? null : tool.name === "thickness" ? <Thickness at={state.thickness} /> : <Icon name={tool.icon} />}
      <span className="wall-name">{name}</span>
      <kbd aria-hidden="true">{tool.key.replace("Ctrl+", "^").toUpperCase()}</kbd>
    </button>
  );
}

function press(tool: Tool, desk: Desk): void {
  desk.tool(tool.name);
  // Keys are meant for the wall again, but where a panel has taken the focus.
  if (desk.store.state().panel === null) desk.focusWall();
}

function nameOf(tool: Tool, desk: Desk, state: State): string {
  if (tool.name === "thickness") return desk.say(`tool.thickness-${state.thickness + 1}`);
  if (tool.name === "speaker") {
    const person = state.setting?.people.find(({ id }) => id === state.speaker);
    if (person) return person.name;
  }
  return desk.say(tool.word);
}

/** Whether a tool that stays is on; undefined for those that do something at once. */
function isOn(name: string, state: State): boolean | undefined {
  if (name === "lead") return state.leading;
  if (name === "follow") return state.following;
  if (name === "fingers") return state.fingers;
  if (["outline", "stamps", "photo", "sign", "stages", "speaker"].includes(name)) return state.panel === name;
  if (["undo", "redo", "nearer", "farther", "whole", "hide", "thickness"].includes(name)) return undefined;
  return state.tool === name;
}

function Thickness({ at }: { at: number }) {
  const height = (WIDTHS[at] ?? 8) / 2.2;
  return (
    <span className="wall-icon" aria-hidden="true">
      <span className="wall-thick" style={{ height }} />
    </span>
  );
}
