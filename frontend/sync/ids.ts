// Random ids for changes, windows and records: about 100 bits, so that no two are the same.
const ALPHABET = "abcdefghijklmnopqrstuvwxyz0123456789";
const LENGTH = 20;

/** Returns 20 random letters and digits in lower case. */
export function freshId(): string {
  const numbers = crypto.getRandomValues(new Uint32Array(LENGTH));
  return Array.from(numbers, (number) => ALPHABET[number % ALPHABET.length]).join("");
}
