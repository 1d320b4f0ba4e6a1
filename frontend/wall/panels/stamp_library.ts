// The stamp library: loading it, searching it, and drawing a stamp.
import { useEffect, useState } from "react";

/** A stamp of the file `stamps.json`: `find` holds synonyms, `d` the paths of its drawing. */
export interface Stamp {
  id: string;
  area: string;
  words: string;
  find: string | readonly string[];
  d: readonly string[];
}

/** The file `stamps.json`. */
export interface StampLibrary {
  size: number;
  line: number;
  areas: readonly { id: string; words: string }[];
  stamps: readonly Stamp[];
}

export interface StampCategory {
  id: string;
  words: string;
  stamps: readonly Stamp[];
}

/** Translations under `stamp:<id>`, `stamp-find:<id>` and `stamp-area:<id>`. */
export type StampTranslations = Readonly<Record<string, string>>;

export const MAX_RECENT = 12;

export function stampName(stamp: Stamp, translations: StampTranslations): string {
  return translations[`stamp:${stamp.id}`] ?? stamp.words;
}

/** The recently used stamps first, then by area of life. */
export function categories(library: StampLibrary, recent: readonly string[], translations: StampTranslations): StampCategory[] {
  const known = new Map(library.stamps.map((stamp) => [stamp.id, stamp]));
  const recentStamps = recent.flatMap((id) => known.get(id) ?? []);
  const areas = library.areas.map(({ id, words }) => ({
    id,
    words: translations[`stamp-area:${id}`] ?? words,
    stamps: library.stamps.filter((stamp) => stamp.area === id),
  }));
  return [{ id: "", words: "", stamps: recentStamps }, ...areas].filter((category) => category.stamps.length > 0);
}

/** The stamps that match every word of a query: by name first, then by synonym. */
export function searchStamps(library: StampLibrary, query: string, translations: StampTranslations): Stamp[] {
  const terms = wordsOf(query);
  const areas = new Map(library.areas.map(({ id, words }) => [id, wordsOf(translations[`stamp-area:${id}`] ?? words)]));
  return library.stamps
    .map((stamp) => ({ stamp, fit: matchRank(stamp, terms, areas.get(stamp.area) ?? [], translations) }))
    .filter(({ fit: rank }) => rank < Infinity)
    .sort((a, b) => a.fit - b.fit)
    .map(({ stamp }) => stamp);
}

function matchRank(stamp: Stamp, terms: readonly string[], areaWords: readonly string[], translations: StampTranslations): number {
  const nameWords = wordsOf(stampName(stamp, translations));
  const synonyms = wordsOf([stamp.words, ...[stamp.find].flat(), translations[`stamp-find:${stamp.id}`] ?? ""].join(" "));
  return terms.reduce((sum, term) => {
    if (nameWords.includes(term)) return sum;
    if (nameWords.some((word) => word.startsWith(term))) return sum + 1;
    if (synonyms.includes(term)) return sum + 2;
    if (synonyms.some((word) => word.startsWith(term))) return sum + 3;
    if (areaWords.some((word) => word.startsWith(term))) return sum + 4;
    if (term.length > 2 && [...nameWords, ...synonyms].some((word) => word.includes(term))) return sum + 5;
    return Infinity;
  }, 0);
}

function wordsOf(text: string): string[] {
  const plain = text.normalize("NFD").replace(/\p{M}/gu, "").toLowerCase();
  return plain.split(/[^\p{L}\p{N}]+/u).filter((word) => word !== "");
}

/** The ids of the recently used stamps, this one first. */
export function withRecent(recent: readonly string[], id: string): string[] {
  return [id, ...recent.filter((other) => other !== id)].slice(0, MAX_RECENT);
}

/** Parses what the browser has stored; anything malformed counts as empty. */
export function parseRecent(stored: string | null): string[] {
  try {
    const parsed: unknown = JSON.parse(stored ?? "[]");
    return Array.isArray(parsed) ? parsed.filter((id) => typeof id === "string").slice(0, MAX_RECENT) : [];
  } catch {
    return [];
  }
}

/** A stamp as an SVG document. */
export function stampSvg(library: StampLibrary, stamp: Stamp, colour: string): string {
  const safeColour = /^#[0-9a-f]{6}$/i.test(colour) ? colour : "#1E2430";
  const paths = stamp.d.map((d) => `<path d="${d.replace(/[^MLCZ0-9eE.,+\- ]/g, "")}"/>`).join("");
  return (
    `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ${library.size} ${library.size}" width="240" height="240" ` +
    `fill="none" stroke="${safeColour}" stroke-width="${library.line}" stroke-linecap="round" stroke-linejoin="round">` +
    `${paths}</svg>`
  );
}

// Fetched once, from where the code of the wall came from.
let loading: Promise<StampLibrary> | null = null;

async function fetchLibrary(): Promise<StampLibrary> {
  // `entry.ts` sets the address of our files; this chunk may be in a folder of its own.
  const baseUrl = [window.EXCALIDRAW_ASSET_PATH ?? import.meta.url].flat()[0];
  const response = await fetch(new URL("stamps.json", baseUrl));
  if (!response.ok) throw new Error(`stamps: ${response.status}`);
  return (await response.json()) as StampLibrary;
}

/** The stamp library, once it is loaded. */
export function useStampLibrary(): StampLibrary | "waiting" | "missing" {
  const [library, setLibrary] = useState<StampLibrary | "waiting" | "missing">("waiting");
  useEffect(() => {
    let isMounted = true;
    loading ??= fetchLibrary();
    loading
      .then((loaded) => isMounted && setLibrary(loaded))
      .catch(() => {
        loading = null;
        if (isMounted) setLibrary("missing");
      });
    return () => {
      isMounted = false;
    };
  }, []);
  return library;
}
