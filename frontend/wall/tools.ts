// The tools of the wall: their keyboard shortcuts, icons and Excalidraw settings. Pure.

/** A tool or an action that has a button. */
export interface Tool {
  name: string;
  /** The keyboard shortcut that selects it; shown beside its name. */
  key: string;
  icon: string;
  /** The key of its name among the translations. */
  labelKey: string;
}

const tool = (name: string, key: string, icon = name): Tool => ({ name, key, icon, labelKey: `tool.${name}` });

export const PENS = 6;
export const DRAWING_TOOLS: readonly Tool[] = [
  ...Array.from({ length: PENS }, (_, index) => tool(`pen-${index + 1}`, String(index + 1), "pen")),
  tool("marker", "m"),
  tool("thickness", "x"),
];
export const PLACING_TOOLS: readonly Tool[] = [
  tool("card", "c"),
  tool("text", "t"),
  tool("stamps", "s"),
  tool("photo", "p"),
  tool("sign", "i"),
];
export const SHAPE_TOOLS: readonly Tool[] = [
  tool("line", "l"),
  tool("arrow", "a"),
  tool("box", "b"),
  tool("ellipse", "o"),
];
export const POINTER_TOOLS: readonly Tool[] = [tool("select", "v"), tool("hand", "h"), tool("laser", "k"), tool("eraser", "e")];
export const HISTORY_TOOLS: readonly Tool[] = [tool("undo", "Ctrl+Z"), tool("redo", "Ctrl+Y")];
export const VIEW_TOOLS: readonly Tool[] = [
  tool("farther", "-"),
  tool("nearer", "+"),
  tool("whole", "0"),
  tool("stages", "g"),
];
export const MEETING_TOOLS: readonly Tool[] = [
  tool("outline", "n"),
  tool("speaker", "w"),
  tool("lead", "d"),
  tool("follow", "j"),
  tool("hide", "f"),
];
/** Shown once a pen has been used: whether fingers draw as well, or only move the wall. */
export const FINGER_TOOL: Tool = tool("fingers", "u");

export const RAIL_TOOLS = [POINTER_TOOLS, DRAWING_TOOLS, PLACING_TOOLS, SHAPE_TOOLS] as const;
export const STRIP_TOOLS = [HISTORY_TOOLS, VIEW_TOOLS, MEETING_TOOLS] as const;
/** What a narrow window shows; everything else is behind “more”. */
export const COMPACT_TOOLS: readonly string[] = ["select", "pen", "eraser", "card", "undo"];

/** What a tablecloth has of it: everything else would move or change what others added. */
const CLOTH_TOOLS: ReadonlySet<string> = new Set([
  ...POINTER_TOOLS, ...DRAWING_TOOLS, ...HISTORY_TOOLS, FINGER_TOOL,
].map(({ name }) => name).concat("card", "farther", "nearer", "whole", "outline", "speaker", "hide"));

/** Whether a board has a tool. */
export function hasTool(name: string, isCloth: boolean): boolean {
  return !isCloth || CLOTH_TOOLS.has(name);
}

export const ALL_TOOLS: readonly Tool[] = [...RAIL_TOOLS.flat(), ...STRIP_TOOLS.flat(), FINGER_TOOL];

/** The tools that stay selected until another is, by their names in Excalidraw. */
export const BOARD_TOOLS: Readonly<Record<string, string>> = {
  select: "selection",
  hand: "hand",
  eraser: "eraser",
  text: "text",
  line: "line",
  arrow: "arrow",
  box: "rectangle",
  ellipse: "ellipse",
  laser: "laser",
};

/** Widths of a pen in wall units; Excalidraw draws 4.25 times the width that it is given. */
export const WIDTHS = [8, 14, 26] as const;
const BOARD_WIDTH_FACTOR = 4.25;
const MARKER_WIDTH_FACTOR = 2.5;
/** Words under a highlighter keep a contrast of at least 4.5. */
const MARKER_OPACITY = 35;
const LINE_WIDTH_FACTOR = 0.45;

/** The settings of Excalidraw for the next stroke. */
export interface Ink {
  currentItemStrokeColor: string;
  currentItemStrokeWidth: number;
  currentItemOpacity: number;
}

/** The settings for a tool; `width` in wall units. */
export function inkFor(tool: string, colour: string, width: number, marker: string): Ink {
  const isMarker = tool === "marker";
  const isPen = isMarker || tool.startsWith("pen-");
  return {
    currentItemStrokeColor: isMarker ? marker : colour,
    currentItemStrokeWidth: isPen ? (width * (isMarker ? MARKER_WIDTH_FACTOR : 1)) / BOARD_WIDTH_FACTOR : width * LINE_WIDTH_FACTOR,
    currentItemOpacity: isMarker ? MARKER_OPACITY : 100,
  };
}

/** The tool of a keyboard shortcut, or undefined. Keys with Ctrl are not looked up here. */
export function toolForKey(key: string, isCloth = false): Tool | undefined {
  const normalised = key.length === 1 ? key.toLowerCase() : key;
  return ALL_TOOLS.find(
    (candidate) => hasTool(candidate.name, isCloth) && (candidate.key === normalised || (normalised === "=" && candidate.key === "+")),
  );
}
