// The sentences of a board: each comes from the server, by its key, with blanks to be filled. Pure.

export interface Spoken {
  words: Record<string, string>;
  /** What is said of a number of things: a sentence for each kind of number, `one`, `few`, `other` …. */
  counted: Record<string, Record<string, string>>;
  /** The language that is spoken, as browsers name it. */
  language: string;
}

export type Facts = Record<string, string | number>;

/** Says a sentence with its blanks filled in; of several, the one that fits the fact `count`. */
export function said(spoken: Spoken | null, key: string, facts: Facts = {}): string {
  const sentence = (spoken && (fitting(spoken, key, Number(facts.count)) ?? spoken.words[key])) ?? key;
  return sentence.replace(/\{(\w+)\}/g, (blank, name: string) => String(facts[name] ?? blank));
}

function fitting({ counted, language }: Spoken, key: string, count: number): string | undefined {
  const known = counted[key];
  return known && (known[new Intl.PluralRules(language).select(count)] ?? known.other);
}
