// The translated sentences of a board: the server sends each under a key, with {placeholders}. Pure.

export interface Translations {
  words: Record<string, string>;
  /** The plural forms of a sentence, by the category of the number: `one`, `few`, `other` …. */
  counted: Record<string, Record<string, string>>;
  /** The language of the sentences, as a BCP 47 tag. */
  language: string;
}

export type Placeholders = Record<string, string | number>;

/** Returns a sentence with its placeholders filled in; of several plural forms, the one for `count`. */
export function translate(translations: Translations | null, key: string, placeholders: Placeholders = {}): string {
  const sentence = (translations && (pluralForm(translations, key, Number(placeholders.count)) ?? translations.words[key])) ?? key;
  return sentence.replace(/\{(\w+)\}/g, (placeholder, name: string) => String(placeholders[name] ?? placeholder));
}

function pluralForm({ counted, language }: Translations, key: string, count: number): string | undefined {
  const forms = counted[key];
  return forms && (forms[new Intl.PluralRules(language).select(count)] ?? forms.other);
}
