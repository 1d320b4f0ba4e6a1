// The tools of the wall: their keys, their pictures, and how the board is set for each. Pure.
export interface Tool {
  name: string;
  /** The key that chooses it; shown beside its name. */
  key: string;
  icon: string;
  /** What the key `word` of the setting's words says. */
  word: string;
}

const tool = (name: string, key: string, icon = name): Tool => ({ name, key, icon, word: `tool.${name}` });

export const PENS = 6;
export const DRAW: readonly Tool[] = [
  ...Array.from({ length: PENS }, (_, at) => tool(`pen-${at + 1}`, String(at + 1), "pen")),
  tool("marker", "m"),
  tool("thickness", "x"),
];
export const PUT: readonly Tool[] = [
  tool("card", "c"),
  tool("text", "t"),
  tool("stamps", "s"),
  tool("photo", "p"),
  tool("sign", "i"),
];
export const SHAPES: readonly Tool[] = [
  tool("line", "l"),
  tool("arrow", "a"),
  tool("box", "b"),
  tool("ellipse", "o"),
];
export const POINT: readonly Tool[] = [tool("select", "v"), tool("hand", "h"), tool("laser", "k"), tool("eraser", "e")];
export const BACK: readonly Tool[] = [tool("undo", "Ctrl+Z"), tool("redo", "Ctrl+Y")];
export const LOOK: readonly Tool[] = [
  tool("farther", "-"),
  tool("nearer", "+"),
  tool("whole", "0"),
  tool("stages", "g"),
];
export const ROOM: readonly Tool[] = [
  tool("outline", "n"),
  tool("speaker", "w"),
  tool("lead", "d"),
  tool("follow", "j"),
  tool("hide", "f"),
];
/** Shown once a pen has been used: whether fingers draw too, or only move the wall. */
export const FINGERS: Tool = tool("fingers", "u");

export const RAIL = [POINT, DRAW, PUT, SHAPES] as const;
export const STRIP = [BACK, LOOK, ROOM] as const;
/** What a narrow window shows at once; all else is behind “more”. */
export const FIRST: readonly string[] = ["select", "pen", "eraser", "card", "undo"];

export const ALL: readonly Tool[] = [...RAIL.flat(), ...STRIP.flat(), FINGERS];

/** The tools that stay in the hand until another is taken, as the board calls them. */
export const HELD: Readonly<Record<string, string>> = {
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

/** Widths of a pen in wall units; the board multiplies what it is given by 4.25. */
export const WIDTHS = [8, 14, 26] as const;
const SPREAD = 4.25;
const MARKER = 2.5;
/** Words under a highlighter keep a contrast of at least 4.5. */
const MARKER_OPACITY = 35;
const LINE = 0.45;

export interface Ink {
  currentItemStrokeColor: string;
  currentItemStrokeWidth: number;
  currentItemOpacity: number;
}

export function inkOf(tool: string, colour: string, width: number, marker: string): Ink {
  const isMarker = tool === "marker";
  const isPen = isMarker || tool.startsWith("pen-");
  return {
    currentItemStrokeColor: isMarker ? marker : colour,
    currentItemStrokeWidth: isPen ? (width * (isMarker ? MARKER : 1)) / SPREAD : width * LINE,
    currentItemOpacity: isMarker ? MARKER_OPACITY : 100,
  };
}

/** The tool of a key, or undefined. Ctrl keys are the board's own affair, but for undo and redo. */
export function toolOf(key: string): Tool | undefined {
  const plain = key.length === 1 ? key.toLowerCase() : key;
  return ALL.find((one) => one.key === plain || (plain === "=" && one.key === "+"));
}
