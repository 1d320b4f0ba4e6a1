// Where the arrow keys go on the wall: from place to place with a topic in the hand, else from topic to
// topic. Pure.

/** The place beside another one, or the place itself at the edge. */
export function nextPlace(rows: readonly (readonly string[])[], place: string, key: string, rightToLeft: boolean): string {
  const row = rows.findIndex((each) => each.includes(place));
  const column = rows[row]?.indexOf(place) ?? 0;
  const [before, after] = rightToLeft ? ["ArrowRight", "ArrowLeft"] : ["ArrowLeft", "ArrowRight"];
  const at = (r: number, c: number) => rows[r]?.[Math.min(c, (rows[r]?.length ?? 1) - 1)];
  const found =
    key === "ArrowUp" ? at(row - 1, column) : key === "ArrowDown" ? at(row + 1, column) : key === before && column > 0 ? rows[row]?.[column - 1] : key === after ? rows[row]?.[column + 1] : undefined;
  return found ?? place;
}

/** The topic to which an arrow key goes from another one, or null. */
export function nextTopic(
  rows: readonly (readonly string[])[],
  topics: ReadonlyMap<string, readonly { id: string }[]>,
  current: string,
  key: string,
  rightToLeft: boolean,
): string | null {
  const lines = rows.map((row) => row.flatMap((place, column) => (topics.get(place) ?? []).map(({ id }, index) => ({ id, column: column + index / 1000 }))));
  const line = lines.findIndex((each) => each.some(({ id }) => id === current));
  const index = lines[line]?.findIndex(({ id }) => id === current) ?? -1;
  if (line < 0 || index < 0) return null;
  const [before, after] = rightToLeft ? ["ArrowRight", "ArrowLeft"] : ["ArrowLeft", "ArrowRight"];
  if (key === before || key === after) return lines[line]?.[index + (key === after ? 1 : -1)]?.id ?? null;
  if (key !== "ArrowUp" && key !== "ArrowDown") return null;
  const column = lines[line]?.[index]?.column ?? 0;
  const others = key === "ArrowDown" ? lines.slice(line + 1) : lines.slice(0, line).reverse();
  const next = others.find((each) => each.length > 0) ?? [];
  return [...next].sort((a, b) => Math.abs(a.column - column) - Math.abs(b.column - column))[0]?.id ?? null;
}
