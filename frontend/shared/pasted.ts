// The lines of a list that was pasted, without its bullets and numbers. Pure.

// Word writes an "o" with a tab, arrows, and signs of the private use area as bullets.
const MARK =
  /^\s*(?:(?:[-–—*•‣▪◦·●○■□➢➤☐☑✓✔\uf000-\uf0ff]|\[[ xX]?\]|\(?\d{1,3}[.)]|\(?[a-z][.)])\s+|o\t+|[•▪●➢\uf0a7\uf0b7\uf0d8])/;

/** Returns the lines that hold words; a mark before a line is taken off, once, and a box after it. */
export function linesOf(text: string): string[] {
  return text
    .split(/\r\n|[\n\r\u2028\u2029]/)
    .map((line) => line.replace(MARK, "").replace(/^\[[ xX]?\]\s+/, "").trim())
    .filter((line) => line !== "");
}
