// Whose line is it: "Ruth: …" is Ruth's, if exactly one person here has that name. Pure.

export interface Person {
  id: string;
  name: string;
  /** What stands on the chip. */
  short?: string;
}

export interface Attributed {
  person: Person;
  /** The line without the name. */
  words: string;
}

const NAMED = /^\s*([^:：\n]{1,80})(?::\s+|：\s*)(\S[\s\S]*)$/;

/** Returns the person whose name a line starts with, by whole or by first name, and the words after it. */
export function attributed(text: string, people: readonly Person[]): Attributed | null {
  const [, prefix, words] = NAMED.exec(text) ?? [];
  if (prefix === undefined || words === undefined) return null;
  const name = folded(prefix);
  const whole = people.filter((person) => folded(person.name) === name);
  const alike = whole.length > 0 ? whole : people.filter((person) => folded(person.name).split(" ")[0] === name);
  const [person] = alike;
  return person !== undefined && alike.length === 1 ? { person, words } : null;
}

/** Returns a name as it is compared. */
export function folded(name: string): string {
  return name.normalize("NFKC").toLocaleLowerCase().trim().replace(/\s+/g, " ");
}
