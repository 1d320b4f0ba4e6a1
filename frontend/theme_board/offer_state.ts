// What is offered for a theme, which lines are ticked, and what people do with them.
import { useEffect, useMemo, useRef, useState } from "react";
import { useBoardState, useController } from "./context.tsx";
import { NO_FILTER, type Filter } from "./lists.ts";
import { shownLines, withSure, type Line } from "./offers.ts";
import type { OfferedLine } from "./protocol.ts";

const NO_LINES: readonly OfferedLine[] = [];

export interface Offers {
  lines: readonly Line[];
  ticked: ReadonlySet<string>;
  /** The lines that are shown and ticked. */
  chosen: readonly Line[];
  filter: Filter;
  isWaiting: boolean;
  setTicked(ticked: ReadonlySet<string>): void;
  setFilter(filter: Filter): void;
  /** Asks again: what is like these voices, or if there are none what may belong in the theme. */
  ask(like?: readonly string[]): void;
  refuse(line: Line): void;
  add(): void;
  undo(): void;
}

/** What is offered for a theme, and what people do with it. */
export function useOffers(theme: string): Offers {
  const controller = useController();
  const cards = useBoardState((state) => state.cards);
  const suggestions = useBoardState((state) => state.suggestions);
  const [filter, setFilter] = useState(NO_FILTER);
  const [ticked, setTicked] = useState<ReadonlySet<string>>(new Set());
  const [refused, setRefused] = useState<ReadonlySet<string>>(new Set());
  // While the next answer is worked out, the last one stays.
  const last = useRef(NO_LINES);
  if (suggestions) last.current = suggestions.offers;
  const offered = last.current;
  const all = useMemo(() => shownLines(offered, cards, refused, NO_FILTER), [offered, cards, refused]);
  const lines = useMemo(() => shownLines(offered, cards, refused, filter), [offered, cards, refused, filter]);
  const ask = (like: readonly string[] = []) => controller.store.requestSuggestions({ about: "theme", theme, like: [...like] });
  useEffect(() => {
    ask();
    return () => controller.store.requestSuggestions(null);
    // The panel asks once when it opens; later it asks because of what people do.
  }, [controller, theme]);
  useEffect(() => {
    // What is sure is ticked as soon as the answer is here; what people ticked stays ticked.
    if (suggestions) setTicked((before) => withSure(before, all));
  }, [suggestions]);
  // What the filter hides is not added.
  const chosen = lines.filter(({ id }) => ticked.has(id));
  return {
    lines,
    ticked,
    chosen,
    filter,
    isWaiting: suggestions === null,
    setTicked,
    setFilter,
    ask,
    refuse: (line) => {
      controller.refuse(theme, line.voices);
      setRefused(new Set([...refused, ...line.voices]));
      setTicked(new Set([...ticked].filter((id) => id !== line.id)));
    },
    add: () => {
      if (chosen.length === 0) return;
      controller.addLines(theme, chosen);
      setTicked(new Set());
      ask();
    },
    undo: () => {
      controller.store.send({ do: "undo" });
      controller.store.set({ announcement: controller.t("told.undo") });
      setTicked(new Set());
      setRefused(new Set());
      ask();
    },
  };
}
