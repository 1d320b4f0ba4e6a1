// The pad that is signed on with pen, finger or mouse.
import { useEffect, useRef, type PointerEvent } from "react";
import { dotAt, INK_COLOUR, INK_WIDTH, PAD_HEIGHT, PAD_WIDTH, type Dot, type Line } from "./ink.ts";

export interface Stroke {
  line: Line;
  pen: boolean;
}

interface Shown {
  label: string;
  strokes: readonly Stroke[];
  onStroke(stroke: Stroke): void;
}

const SHARPNESS = 3;

export function Pad({ label, strokes, onStroke }: Shown) {
  const sheet = useRef<HTMLCanvasElement>(null);
  const drawn = useRef<{ pointer: number; pen: boolean; line: Dot[] } | null>(null);
  const penUsed = useRef(false);
  const paint = () => {
    const pen = sheet.current?.getContext("2d");
    if (!pen) return;
    pen.setTransform(SHARPNESS, 0, 0, SHARPNESS, 0, 0);
    pen.clearRect(0, 0, PAD_WIDTH, PAD_HEIGHT);
    strokes.forEach(({ line }) => ink(pen, line));
    if (drawn.current) ink(pen, drawn.current.line);
  };
  useEffect(paint);
  const down = (event: PointerEvent<HTMLCanvasElement>) => {
    const pen = event.pointerType === "pen";
    // A palm that lies on the pad does not sign, whether it came before the pen or after.
    if (event.button !== 0 || (penUsed.current && event.pointerType === "touch")) return;
    if (drawn.current && (drawn.current.pen || !pen)) return;
    if (pen) penUsed.current = true;
    event.currentTarget.setPointerCapture(event.pointerId);
    drawn.current = { pointer: event.pointerId, pen, line: [] };
    move(event);
  };
  const move = (event: PointerEvent<HTMLCanvasElement>) => {
    if (drawn.current?.pointer !== event.pointerId) return;
    const box = event.currentTarget.getBoundingClientRect();
    const coming = event.nativeEvent.getCoalescedEvents?.() ?? [];
    const all = coming.length > 0 ? coming : [event.nativeEvent];
    drawn.current.line.push(...all.map((one) => dotAt(one, box)));
    paint();
  };
  const up = (event: PointerEvent<HTMLCanvasElement>) => {
    if (drawn.current?.pointer !== event.pointerId) return;
    const { line, pen } = drawn.current;
    drawn.current = null;
    onStroke({ line, pen });
  };
  return (
    <canvas
      ref={sheet}
      className="pp-pad"
      width={PAD_WIDTH * SHARPNESS}
      height={PAD_HEIGHT * SHARPNESS}
      role="img"
      aria-label={label}
      onPointerDown={down}
      onPointerMove={move}
      onPointerUp={up}
      onPointerCancel={up}
    />
  );
}

function ink(pen: CanvasRenderingContext2D, line: Line): void {
  const [first, ...rest] = line;
  if (!first) return;
  pen.strokeStyle = INK_COLOUR;
  pen.lineCap = "round";
  pen.lineJoin = "round";
  pen.lineWidth = INK_WIDTH * 0.7;
  pen.beginPath();
  pen.moveTo(first.x, first.y);
  // A dot is a line that goes nowhere.
  if (rest.length === 0) pen.lineTo(first.x, first.y);
  rest.forEach(({ x, y }) => pen.lineTo(x, y));
  pen.stroke();
}
