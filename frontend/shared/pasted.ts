// The lines of a list that was pasted, without its bullets and numbers. Pure.

const MARK = /^\s*(?:[-–—*•‣▪◦·●○☐☑✓]|\[[ xX]?\]|\(?\d{1,3}[.)]|\(?[a-z][.)])\s+/;

/** Returns the lines that hold words; a mark before a line is taken off, once, and a box after it. */
export function linesOf(text: string): string[] {
  return text
    .split(/\r\n|[\n\r\u2028\u2029]/)
    .map((line) => line.replace(MARK, "").replace(/^\[[ xX]?\]\s+/, "").trim())
    .filter((line) => line !== "");
}
