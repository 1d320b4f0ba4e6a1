// Reading aloud by the browser's own voices, only those that speak on this machine.
import type { Item, Person } from "../protocol.ts";

const WITHOUT_NAME = "quote";

interface SomeVoice {
  lang: string;
  localService: boolean;
  default: boolean;
}

/** A voice of this machine for the language, or one at all; undefined if all would go elsewhere. */
export function localVoice<Voice extends SomeVoice>(voices: readonly Voice[], language: string): Voice | undefined {
  const local = voices.filter((voice) => voice.localService);
  const spoken = (tag: string) => tag.toLowerCase().replace("_", "-");
  const wanted = spoken(language);
  const primary = (tag: string) => spoken(tag).split("-")[0];
  return (
    local.find((voice) => spoken(voice.lang) === wanted) ??
    local.find((voice) => primary(voice.lang) === primary(wanted)) ??
    local.find((voice) => voice.default) ??
    local[0]
  );
}

/** What is read of an item: who says it first, as in a talk, unless the name is not to be told. */
export function readAs(item: Item, people: readonly Person[], nameless: string): string {
  const who = item.kind === "voice" && item.share !== WITHOUT_NAME ? people.find((person) => person.id === item.by)?.name : undefined;
  const words = item.text.trim() || nameless;
  return who ? `${who}: ${words}` : words;
}
