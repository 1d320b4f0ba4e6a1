// The pad for a signature by pen, finger or mouse.
import { useEffect, useRef, type PointerEvent } from "react";
import { INK_COLOUR, INK_WIDTH, inkPoint, PAD_HEIGHT, PAD_WIDTH, type InkLine, type InkPoint } from "./ink.ts";

export interface Stroke {
  line: InkLine;
  isPen: boolean;
}

interface SignaturePadProps {
  label: string;
  strokes: readonly Stroke[];
  onStroke(stroke: Stroke): void;
}

const PIXEL_RATIO = 3;

export function SignaturePad({ label, strokes, onStroke }: SignaturePadProps) {
  const canvas = useRef<HTMLCanvasElement>(null);
  const current = useRef<{ pointer: number; pen: boolean; line: InkPoint[] } | null>(null);
  const penUsed = useRef(false);
  const redraw = () => {
    const pen = canvas.current?.getContext("2d");
    if (!pen) return;
    pen.setTransform(PIXEL_RATIO, 0, 0, PIXEL_RATIO, 0, 0);
    pen.clearRect(0, 0, PAD_WIDTH, PAD_HEIGHT);
    strokes.forEach(({ line }) => drawLine(pen, line));
    if (current.current) drawLine(pen, current.current.line);
  };
  useEffect(redraw);
  const onPointerDown = (event: PointerEvent<HTMLCanvasElement>) => {
    const pen = event.pointerType === "pen";
    // A palm on the pad does not sign, whether it came before the pen or after.
    if (event.button !== 0 || (penUsed.current && event.pointerType === "touch")) return;
    if (current.current && (current.current.pen || !pen)) return;
    if (pen) penUsed.current = true;
    event.currentTarget.setPointerCapture(event.pointerId);
    current.current = { pointer: event.pointerId, pen, line: [] };
    onPointerMove(event);
  };
  const onPointerMove = (event: PointerEvent<HTMLCanvasElement>) => {
    if (current.current?.pointer !== event.pointerId) return;
    const box = event.currentTarget.getBoundingClientRect();
    const coalesced = event.nativeEvent.getCoalescedEvents?.() ?? [];
    const events = coalesced.length > 0 ? coalesced : [event.nativeEvent];
    current.current.line.push(...events.map((pointer) => inkPoint(pointer, box)));
    redraw();
  };
  const onPointerUp = (event: PointerEvent<HTMLCanvasElement>) => {
    if (current.current?.pointer !== event.pointerId) return;
    const { line, pen: isPen } = current.current;
    current.current = null;
    onStroke({ line, isPen });
  };
  return (
    <canvas
      ref={canvas}
      className="pp-pad"
      width={PAD_WIDTH * PIXEL_RATIO}
      height={PAD_HEIGHT * PIXEL_RATIO}
      role="img"
      aria-label={label}
      onPointerDown={onPointerDown}
      onPointerMove={onPointerMove}
      onPointerUp={onPointerUp}
      onPointerCancel={onPointerUp}
    />
  );
}

function drawLine(context: CanvasRenderingContext2D, line: InkLine): void {
  const [first, ...rest] = line;
  if (!first) return;
  context.strokeStyle = INK_COLOUR;
  context.lineCap = "round";
  context.lineJoin = "round";
  context.lineWidth = INK_WIDTH * 0.7;
  context.beginPath();
  context.moveTo(first.x, first.y);
  // A dot is a line without length.
  if (rest.length === 0) context.lineTo(first.x, first.y);
  rest.forEach(({ x, y }) => context.lineTo(x, y));
  context.stroke();
}
