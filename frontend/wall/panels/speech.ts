// Reading aloud by the browser's own voices, only those that speak on this machine.
import { useCallback, useEffect, useMemo, useState } from "react";
import type { Item, Person } from "../protocol.ts";

export interface Reader {
  /** Without a voice of this machine nothing is offered: words stay here. */
  voice: SpeechSynthesisVoice | undefined;
  reading: boolean;
  read(sentences: readonly string[]): void;
  stop(): void;
}

export function useReader(): Reader {
  const voice = useVoice();
  const [reading, setReading] = useState(false);
  const stop = useCallback(() => {
    if ("speechSynthesis" in window) speechSynthesis.cancel();
    setReading(false);
  }, []);
  const read = useCallback(
    (sentences: readonly string[]) => {
      if (!voice) return;
      speechSynthesis.cancel();
      const spoken = sentences.map((words) => {
        const one = new SpeechSynthesisUtterance(words);
        one.voice = voice;
        one.lang = voice.lang;
        return one;
      });
      const last = spoken.at(-1);
      if (!last) return;
      last.onend = () => setReading(false);
      last.onerror = () => setReading(false);
      setReading(true);
      // One after the other, so that a long plan can be stopped.
      spoken.forEach((one) => speechSynthesis.speak(one));
    },
    [voice],
  );
  useEffect(() => stop, [stop]);
  return useMemo(() => ({ voice, reading, read, stop }), [voice, reading, read, stop]);
}

function useVoice(): SpeechSynthesisVoice | undefined {
  const [voice, setVoice] = useState<SpeechSynthesisVoice>();
  useEffect(() => {
    if (!("speechSynthesis" in window)) return;
    const language = document.documentElement.lang || navigator.language;
    const look = () => setVoice(localVoice(speechSynthesis.getVoices(), language));
    look();
    speechSynthesis.addEventListener("voiceschanged", look);
    return () => speechSynthesis.removeEventListener("voiceschanged", look);
  }, []);
  return voice;
}

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
