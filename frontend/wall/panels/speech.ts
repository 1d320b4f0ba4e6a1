// The browser's own voice, if it has one that speaks on this machine.
import { useCallback, useEffect, useMemo, useState } from "react";
import { localVoice } from "./reading.ts";

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
