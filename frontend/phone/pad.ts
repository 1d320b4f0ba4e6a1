// A pad to draw on with a finger, a pen or a mouse. Words and photos do without it.
import type { Stroke } from "./draft.ts";

const WIDTH = 800;
const HEIGHT = 500;
const THICKNESS = 6;

export interface PadWords {
  readonly open: string;
  readonly name: string;
  readonly undo: string;
}

export class Pad {
  strokes: Stroke[] = [];
  private readonly canvas = document.createElement("canvas");
  private readonly changed: () => void;

  /** Puts a button for drawing behind an element; the pad opens with it. */
  constructor(behind: Element, words: PadWords, changed: () => void) {
    this.changed = changed;
    Object.assign(this.canvas, { width: WIDTH, height: HEIGHT });
    this.canvas.setAttribute("role", "img");
    this.canvas.setAttribute("aria-label", words.name);
    const open = button(words.open, () => this.show());
    const undo = button(words.undo, () => this.undo());
    this.show = () => {
      open.replaceWith(this.canvas, undo);
      this.paint();
    };
    behind.after(open);
    this.listen();
  }

  show: () => void;

  /** The canvas if something is drawn on it. */
  get drawing(): HTMLCanvasElement | null {
    return this.strokes.length ? this.canvas : null;
  }

  private undo(): void {
    this.strokes.pop();
    this.paint();
    this.changed();
  }

  private listen(): void {
    let stroke: Stroke | null = null;
    this.canvas.onpointerdown = (event) => {
      if (stroke || !event.isPrimary) return;
      this.canvas.setPointerCapture(event.pointerId);
      this.strokes.push((stroke = this.place(event)));
      this.paint();
    };
    this.canvas.onpointermove = (event) => {
      if (!stroke || !event.isPrimary) return;
      stroke.push(...this.place(event));
      this.paint();
    };
    this.canvas.onpointerup = this.canvas.onpointercancel = (event) => {
      if (!stroke || !event.isPrimary) return;
      stroke = null;
      this.changed();
    };
  }

  private place(event: PointerEvent): Stroke {
    const box = this.canvas.getBoundingClientRect();
    const x = ((event.clientX - box.left) / box.width) * WIDTH;
    const y = ((event.clientY - box.top) / box.height) * HEIGHT;
    return [Math.round(x), Math.round(y)];
  }

  private paint(): void {
    const context = this.canvas.getContext("2d")!;
    context.fillStyle = "#fff";
    context.fillRect(0, 0, WIDTH, HEIGHT);
    context.lineWidth = THICKNESS;
    context.lineCap = context.lineJoin = "round";
    for (const [x = 0, y = 0, ...more] of this.strokes) {
      context.beginPath();
      context.moveTo(x, y);
      // A dot is a line to where it began.
      context.lineTo(x, y);
      for (let at = 0; at < more.length; at += 2) context.lineTo(more[at]!, more[at + 1]!);
      context.stroke();
    }
  }
}

function button(words: string, pressed: () => void): HTMLButtonElement {
  const made = document.createElement("button");
  Object.assign(made, { type: "button", className: "q", textContent: words, onclick: pressed });
  return made;
}
