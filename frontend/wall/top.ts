// Where the page's bar ends: the wall fills the window below it.
import { useLayoutEffect, useState } from "react";

const NOW_AND_THEN = 1000;

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
