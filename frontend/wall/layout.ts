// In how many columns the tools stand: as few as can be, with none out of sight.
import { useLayoutEffect, useState, type RefObject } from "react";

const LEAST = 46;
const LETTERS = 2.75;

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
