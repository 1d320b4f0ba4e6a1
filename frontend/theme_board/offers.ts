// The voices that may belong in a theme: which lines are shown and ticked, and how many people they are. Pure.
import { matches, normalise, type Filter } from "./lists.ts";
import type { Card, OfferedLine } from "./protocol.ts";

/** A line as it is shown: its voices that are still in no theme. */
export interface Line extends OfferedLine {
  /** The id of its first voice. */
  id: string;
  text: string;
}

/** The lines that are still to be placed and match the filter, in their order. */
export function shownLines(
  offers: readonly OfferedLine[],
  cards: ReadonlyMap<string, Card>,
  refused: ReadonlySet<string>,
  filter: Filter,
): Line[] {
  const words = normalise(filter.words).split(/\s+/u).filter(Boolean);
  return offers.flatMap((offer) => {
    const voices = offer.voices.filter((voice) => isLoose(cards.get(voice)) && !refused.has(voice));
    const [first] = voices;
    const card = first === undefined ? undefined : cards.get(first);
    if (first === undefined || card === undefined) return [];
    const isFound = voices.some((voice) => {
      const one = cards.get(voice);
      return one !== undefined && matches(one, filter, words);
    });
    return isFound ? [{ ...offer, voices, id: first, text: card.text }] : [];
  });
}

function isLoose(card: Card | undefined): boolean {
  return card !== undefined && card.places.length === 0 && !card.alone;
}

/** How many people said the lines, at least: those of one file who were not noted may be one person. */
export function countPeople(lines: readonly OfferedLine[]): number {
  const noted = new Set<string>();
  const filesWithNoted = new Set<string>();
  const filesOfOthers = new Set<string>();
  for (const key of lines.flatMap(({ people }) => people)) {
    const end = key.lastIndexOf("/");
    const file = key.slice(0, end);
    if (end === key.length - 1) filesOfOthers.add(file);
    else {
      noted.add(key);
      filesWithNoted.add(file);
    }
  }
  return noted.size + [...filesOfOthers].filter((file) => !filesWithNoted.has(file)).length;
}

/** The ticks after all sure lines are ticked too. */
export function withSure(ticked: ReadonlySet<string>, lines: readonly Line[]): ReadonlySet<string> {
  return new Set([...ticked, ...lines.filter(({ sure }) => sure).map(({ id }) => id)]);
}

/** The ticks after one is set or taken away. */
export function toggled(ticked: ReadonlySet<string>, id: string): ReadonlySet<string> {
  const next = new Set(ticked);
  if (!next.delete(id)) next.add(id);
  return next;
}
