// The box of stamps: fetching it, finding one by a plain word, and drawing it.
import { useEffect, useState } from "react";

export interface Stamp {
  id: string;
  area: string;
  words: string;
  find: string | readonly string[];
  d: readonly string[];
}

export interface Box {
  size: number;
  line: number;
  areas: readonly { id: string; words: string }[];
  stamps: readonly Stamp[];
}

export interface Group {
  id: string;
  words: string;
  stamps: readonly Stamp[];
}

/** The words of another language, under `stamp:<id>`, `stamp-find:<id>` and `stamp-area:<id>`. */
export type Translated = Readonly<Record<string, string>>;

export const MOST_RECENT = 12;

export function nameOf(stamp: Stamp, translated: Translated): string {
  return translated[`stamp:${stamp.id}`] ?? stamp.words;
}

/** What was used lately first, then by area of life. */
export function grouped(box: Box, recent: readonly string[], translated: Translated): Group[] {
  const known = new Map(box.stamps.map((stamp) => [stamp.id, stamp]));
  const lately = recent.flatMap((id) => known.get(id) ?? []);
  const areas = box.areas.map(({ id, words }) => ({
    id,
    words: translated[`stamp-area:${id}`] ?? words,
    stamps: box.stamps.filter((stamp) => stamp.area === id),
  }));
  return [{ id: "", words: "", stamps: lately }, ...areas].filter((group) => group.stamps.length > 0);
}

/** The stamps that fit every word typed: by name first, then by what else they are called. */
export function found(box: Box, typed: string, translated: Translated): Stamp[] {
  const sought = pieces(typed);
  const areas = new Map(box.areas.map(({ id, words }) => [id, pieces(translated[`stamp-area:${id}`] ?? words)]));
  return box.stamps
    .map((stamp) => ({ stamp, fit: fit(stamp, sought, areas.get(stamp.area) ?? [], translated) }))
    .filter(({ fit }) => fit < Infinity)
    .sort((one, other) => one.fit - other.fit)
    .map(({ stamp }) => stamp);
}

function fit(stamp: Stamp, sought: readonly string[], area: readonly string[], translated: Translated): number {
  const name = pieces(nameOf(stamp, translated));
  const also = pieces([stamp.words, ...[stamp.find].flat(), translated[`stamp-find:${stamp.id}`] ?? ""].join(" "));
  return sought.reduce((sum, word) => {
    if (name.includes(word)) return sum;
    if (name.some((piece) => piece.startsWith(word))) return sum + 1;
    if (also.includes(word)) return sum + 2;
    if (also.some((piece) => piece.startsWith(word))) return sum + 3;
    if (area.some((piece) => piece.startsWith(word))) return sum + 4;
    if (word.length > 2 && [...name, ...also].some((piece) => piece.includes(word))) return sum + 5;
    return Infinity;
  }, 0);
}

function pieces(words: string): string[] {
  const plain = words.normalize("NFD").replace(/\p{M}/gu, "").toLowerCase();
  return plain.split(/[^\p{L}\p{N}]+/u).filter((piece) => piece !== "");
}

/** The stamps used lately, this one first. */
export function usedNow(recent: readonly string[], id: string): string[] {
  return [id, ...recent.filter((other) => other !== id)].slice(0, MOST_RECENT);
}

/** Reads what the browser kept; anything else counts as nothing. */
export function recentFrom(kept: string | null): string[] {
  try {
    const read: unknown = JSON.parse(kept ?? "[]");
    return Array.isArray(read) ? read.filter((id) => typeof id === "string").slice(0, MOST_RECENT) : [];
  } catch {
    return [];
  }
}

/** A stamp as a drawing of its own. */
export function svgOf(box: Box, stamp: Stamp, colour: string): string {
  const safe = /^#[0-9a-f]{6}$/i.test(colour) ? colour : "#1E2430";
  const paths = stamp.d.map((d) => `<path d="${d.replace(/[^MLCZ0-9eE.,+\- ]/g, "")}"/>`).join("");
  return (
    `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ${box.size} ${box.size}" width="240" height="240" ` +
    `fill="none" stroke="${safe}" stroke-width="${box.line}" stroke-linecap="round" stroke-linejoin="round">` +
    `${paths}</svg>`
  );
}

// Fetched once, from where the wall itself came from.
let coming: Promise<Box> | null = null;

async function fetched(): Promise<Box> {
  // The wall says where its files lie; this part of it may lie in a folder of its own.
  const place = [window.EXCALIDRAW_ASSET_PATH ?? import.meta.url].flat()[0];
  const answer = await fetch(new URL("stamps.json", place));
  if (!answer.ok) throw new Error(`stamps: ${answer.status}`);
  return (await answer.json()) as Box;
}

export function useBox(): Box | "waiting" | "missing" {
  const [box, setBox] = useState<Box | "waiting" | "missing">("waiting");
  useEffect(() => {
    let here = true;
    coming ??= fetched();
    coming
      .then((come) => here && setBox(come))
      .catch(() => {
        coming = null;
        if (here) setBox("missing");
      });
    return () => {
      here = false;
    };
  }, []);
  return box;
}
