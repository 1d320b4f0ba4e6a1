// How the wall fits its window: where it begins, and in how many columns its tools stand.
import { useLayoutEffect, useState, type RefObject } from "react";

const LEAST = 46;
const LETTERS = 2.75;

/** In how many columns the tools stand: as few as can be, with none out of sight. */
export function useColumns(rail: RefObject<HTMLElement | null>, tools: number): number {
  const [columns, setColumns] = useState(2);
  useLayoutEffect(() => {
    const element = rail.current?.parentElement;
    if (!element) return;
    const measure = () => {
      const letter = parseFloat(getComputedStyle(document.documentElement).fontSize);
      const free = rail.current?.parentElement?.querySelector(".wall-board")?.clientHeight ?? 0;
      const fit = Math.max(1, Math.floor((free - letter) / Math.max(LEAST, LETTERS * letter)));
      setColumns(Math.max(2, Math.ceil(tools / fit)));
    };
    const watch = new ResizeObserver(measure);
    watch.observe(element);
    return () => watch.disconnect();
  }, [rail, tools]);
  return columns;
}

const NOW_AND_THEN = 1000;

/** Where the page's bar ends: the wall fills the window below it. */
export function useTop(root: HTMLElement, whole: boolean): number {
  const [top, setTop] = useState(0);
  useLayoutEffect(() => {
    const measure = () => setTop(Math.max(0, Math.round(root.getBoundingClientRect().top)));
    measure();
    // Sentences of the page may come and go above the wall without any event.
    const again = setInterval(measure, NOW_AND_THEN);
    window.addEventListener("resize", measure);
    return () => {
      clearInterval(again);
      window.removeEventListener("resize", measure);
    };
  }, [root]);
  return whole ? 0 : top;
}
