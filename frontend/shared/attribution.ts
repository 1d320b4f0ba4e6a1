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
  const person = personCalled(prefix, people);
  return person && { person, words };
}

/** Returns the one person with this name: whole, as on the chip, or the first name; null if none or several have it. */
export function personCalled(typed: string, people: readonly Person[]): Person | null {
  const name = folded(typed);
  const whole = people.filter((person) => folded(person.name) === name || folded(person.short ?? "") === name);
  const alike = whole.length > 0 ? whole : people.filter((person) => folded(person.name).split(" ")[0] === name);
  return name !== "" && alike.length === 1 ? (alike[0] ?? null) : null;
}

/** Returns who somebody new is once the server knows them: by id, or added by another window by the same name. */
export function personByNow({ id, name }: Person, people: readonly Person[]): Person | undefined {
  return people.find((person) => person.id === id || folded(person.name) === folded(name));
}

/** Returns a name as it is compared. */
export function folded(name: string): string {
  return name.normalize("NFKC").toLocaleLowerCase().trim().replace(/\s+/g, " ");
}
