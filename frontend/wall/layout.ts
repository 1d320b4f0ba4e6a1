// How the wall fits its window: where its top is, and how many columns the tools take.
import { useLayoutEffect, useState, type RefObject } from "react";

const MIN_TOOL_PX = 46;
const MIN_TOOL_REM = 2.75;

/** The number of columns of the tool rail: as few as possible with no tool out of sight. */
export function useToolColumns(rail: RefObject<HTMLElement | null>, tools: number): number {
  const [columns, setColumns] = useState(2);
  useLayoutEffect(() => {
    const element = rail.current?.parentElement;
    if (!element) return;
    const measure = () => {
      const rem = parseFloat(getComputedStyle(document.documentElement).fontSize);
      const available = rail.current?.parentElement?.querySelector(".wall-board")?.clientHeight ?? 0;
      const perColumn = Math.max(1, Math.floor((available - rem) / Math.max(MIN_TOOL_PX, MIN_TOOL_REM * rem)));
      setColumns(Math.max(2, Math.ceil(tools / perColumn)));
    };
    const observer = new ResizeObserver(measure);
    observer.observe(element);
    return () => observer.disconnect();
  }, [rail, tools]);
  return columns;
}

const MEASURE_EVERY_MS = 1000;

/** Where the bar of the page ends, in pixels: the wall fills the window below it. */
export function useTopOffset(root: HTMLElement, fullscreen: boolean): number {
  const [top, setTop] = useState(0);
  useLayoutEffect(() => {
    const measure = () => setTop(Math.max(0, Math.round(root.getBoundingClientRect().top)));
    measure();
    // Messages of the page may appear above the wall without any event.
    const timer = setInterval(measure, MEASURE_EVERY_MS);
    window.addEventListener("resize", measure);
    return () => {
      clearInterval(timer);
      window.removeEventListener("resize", measure);
    };
  }, [root]);
  return fullscreen ? 0 : top;
}
