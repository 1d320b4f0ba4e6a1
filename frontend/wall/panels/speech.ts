// Reading aloud with the voices of the browser, but only those that run on this machine.
import { useCallback, useEffect, useMemo, useState } from "react";
import type { Item, Person } from "../protocol.ts";

export interface Speech {
  /** Undefined without a local voice: then nothing is read, as words must not leave this machine. */
  voice: SpeechSynthesisVoice | undefined;
  reading: boolean;
  read(sentences: readonly string[]): void;
  stop(): void;
}

export function useSpeech(): Speech {
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
      const utterances = sentences.map((words) => {
        const utterance = new SpeechSynthesisUtterance(words);
        utterance.voice = voice;
        utterance.lang = voice.lang;
        return utterance;
      });
      const last = utterances.at(-1);
      if (!last) return;
      last.onend = () => setReading(false);
      last.onerror = () => setReading(false);
      setReading(true);
      // Sentence by sentence, so that a long plan can be stopped.
      utterances.forEach((utterance) => speechSynthesis.speak(utterance));
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
    const updateVoice = () => setVoice(localVoice(speechSynthesis.getVoices(), language));
    updateVoice();
    speechSynthesis.addEventListener("voiceschanged", updateVoice);
    return () => speechSynthesis.removeEventListener("voiceschanged", updateVoice);
  }, []);
  return voice;
}

const ANONYMOUS_SHARE = "quote";

interface VoiceInfo {
  lang: string;
  localService: boolean;
  default: boolean;
}

/** A local voice for the language, or any local voice; undefined if all are remote. */
export function localVoice<Voice extends VoiceInfo>(voices: readonly Voice[], language: string): Voice | undefined {
  const local = voices.filter((voice) => voice.localService);
  const normalised = (tag: string) => tag.toLowerCase().replace("_", "-");
  const wantedTag = normalised(language);
  const primary = (tag: string) => normalised(tag).split("-")[0];
  return (
    local.find((voice) => normalised(voice.lang) === wantedTag) ??
    local.find((voice) => primary(voice.lang) === primary(wantedTag)) ??
    local.find((voice) => voice.default) ??
    local[0]
  );
}

/** What is read of an item: its author first, unless it is to be quoted without a name. */
export function spokenText(item: Item, people: readonly Person[], fallback: string): string {
  const who = item.kind === "voice" && item.share !== ANONYMOUS_SHARE ? people.find((person) => person.id === item.by)?.name : undefined;
  const words = item.text.trim() || fallback;
  return who ? `${who}: ${words}` : words;
}
