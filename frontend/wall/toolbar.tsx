// The toolbars around the board: large buttons with names and keys; a narrow window folds them away.
import { useRef, type CSSProperties } from "react";
import type { WallController } from "./controller.ts";
import { Icon } from "./icons.tsx";
import { useToolColumns } from "./layout.ts";
import type { State } from "./store.ts";
import { ALL_TOOLS, COMPACT_TOOLS, FINGER_TOOL, hasTool, HISTORY_TOOLS, MEETING_TOOLS, RAIL_TOOLS, VIEW_TOOLS, WIDTHS, type Tool } from "./tools.ts";

interface ToolbarProps {
  controller: WallController;
  state: State;
}

/** Beside the board: everything to draw and place with. */
export function ToolRail({ controller, state }: ToolbarProps) {
  const rail = useRef<HTMLElement>(null);
  const tools = [...RAIL_TOOLS.flat(), ...(state.penUsed ? [FINGER_TOOL] : [])].filter(isOn(state));
  const columns = useToolColumns(rail, tools.length);
  return (
    <>
      <nav className="wall-first" aria-label={controller.t("wall.first")}>
        {COMPACT_TOOLS.map((name) => (
          <CompactTool key={name} name={name} controller={controller} state={state} />
        ))}
        <button
          type="button"
          className="wall-tool"
          aria-expanded={state.moreOpen}
          onClick={() => controller.store.set({ moreOpen: !state.moreOpen })}
        >
          <Icon name="more" />
          <span className="wall-name">{controller.t("wall.more")}</span>
        </button>
      </nav>
      <nav
        ref={rail}
        className="wall-rail"
        style={{ "--wall-columns": columns } as CSSProperties}
        data-open={state.moreOpen ? "" : undefined}
        aria-label={controller.t("wall.tools")}
      >
        {tools.map((tool) => (
          <ToolButton key={tool.name} tool={tool} controller={controller} state={state} />
        ))}
      </nav>
    </>
  );
}

/** Above the board: undo and redo, the view, and what the meeting needs. */
export function ToolStrip({ controller, state }: ToolbarProps) {
  const isThere = isOn(state);
  const meetingTools = MEETING_TOOLS.filter(({ name }) => name !== "follow" || state.hasLeader || state.following);
  return (
    <nav className="wall-strip" data-open={state.moreOpen ? "" : undefined} aria-label={controller.t("wall.view")}>
      {[HISTORY_TOOLS, VIEW_TOOLS, meetingTools].map((group) => (
        <div key={group[0]?.name} className="wall-group">
          {group.filter(isThere).map((tool) => (
            <ToolButton key={tool.name} tool={tool} controller={controller} state={state} />
          ))}
        </div>
      ))}
    </nav>
  );
}

/** Says which tools this board has. */
function isOn(state: State): (tool: Tool) => boolean {
  return ({ name }) => hasTool(name, state.setting?.cloth !== undefined);
}

/** The only button while the tools are hidden. */
export function ShowToolsButton({ controller }: { controller: WallController }) {
  return (
    <button type="button" className="wall-tool wall-back" onClick={() => controller.selectTool("hide")}>
      <Icon name="hide" />
      <span className="wall-name">{controller.t("wall.show_tools")}</span>
      <kbd>Esc</kbd>
    </button>
  );
}

// A narrow window shows one pen for all: the one that was used last.
function CompactTool({ name, controller, state }: ToolbarProps & { name: string }) {
  const index = Math.max(0, state.setting?.pens.indexOf(state.colour) ?? 0);
  const wanted = name === "pen" ? `pen-${Math.min(index, 5) + 1}` : name;
  const tool = ALL_TOOLS.find((candidate) => candidate.name === wanted);
  return tool ? <ToolButton tool={tool} controller={controller} state={state} /> : null;
}

function ToolButton({ tool, controller, state }: ToolbarProps & { tool: Tool }) {
  const pen = /^pen-(\d)$/.exec(tool.name);
  const colour = pen ? state.setting?.pens[Number(pen[1]) - 1] : undefined;
  const name = labelOf(tool, controller, state);
  return (
    <button
      type="button"
      className="wall-tool"
      data-tool={tool.name}
      aria-pressed={pressedState(tool.name, state)}
      aria-keyshortcuts={tool.key.replace("Ctrl", "Control")}
      title={`${name} (${tool.key.toUpperCase()})`}
      onClick={() => press(tool, controller)}
    >
      {colour ? <span className="wall-swatch" style={{ background: colour }} aria-hidden="true" /> : null}
      {colour ? null : tool.name === "thickness" ? <ThicknessIcon level={state.thickness} /> : <Icon name={tool.icon} />}
      <span className="wall-name">{name}</span>
      <kbd aria-hidden="true">{tool.key.replace("Ctrl+", "^").toUpperCase()}</kbd>
    </button>
  );
}

function press(tool: Tool, controller: WallController): void {
  controller.selectTool(tool.name);
  // The keyboard belongs to the board again, unless a panel has taken the focus.
  if (controller.store.state().panel === null) controller.focusWall();
}

function labelOf(tool: Tool, controller: WallController, state: State): string {
  if (tool.name === "thickness") return controller.t(`tool.thickness-${state.thickness + 1}`);
  if (tool.name === "speaker") {
    const person = state.setting?.people.find(({ id }) => id === state.speaker);
    if (person) return person.name;
  }
  return controller.t(tool.labelKey);
}

/** Whether a tool is on; undefined for those that act at once. */
function pressedState(name: string, state: State): boolean | undefined {
  if (name === "lead") return state.leading;
  if (name === "follow") return state.following;
  if (name === "fingers") return state.fingersDraw;
  if (["outline", "stamps", "photo", "sign", "stages", "speaker"].includes(name)) return state.panel === name;
  if (["undo", "redo", "nearer", "farther", "whole", "hide", "thickness"].includes(name)) return undefined;
  return state.tool === name;
}

function ThicknessIcon({ level }: { level: number }) {
  const height = (WIDTHS[level] ?? 8) / 2.2;
  return (
    <span className="wall-icon" aria-hidden="true">
      <span className="wall-thick" style={{ height }} />
    </span>
  );
}
