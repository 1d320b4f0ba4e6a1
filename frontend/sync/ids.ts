// Ids that nobody else makes: of changes, of this window, of records.
const ALPHABET = "abcdefghijklmnopqrstuvwxyz0123456789";
const LONG = 20;

export function freshId(): string {
  const chances = crypto.getRandomValues(new Uint32Array(LONG));
  return Array.from(chances, (chance) => ALPHABET[chance % ALPHABET.length]).join("");
}
