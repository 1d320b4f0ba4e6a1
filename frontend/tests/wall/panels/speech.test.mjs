// Reading aloud.
import assert from "node:assert/strict";
import test from "node:test";
import { localVoice, spokenText } from "../../../wall/panels/speech.ts";

test("only a local voice is used, in the language of the page if there is one", () => {
  const voice = (lang, localService, standard = false) => ({ lang, localService, default: standard });
  const remote = voice("en-GB", false, true);
  const american = voice("en_US", true);
  const german = voice("de-DE", true, true);
  assert.equal(localVoice([remote], "en-GB"), undefined);
  assert.equal(localVoice([remote, german, american], "en-GB"), american);
  assert.equal(localVoice([remote, american, german], "fr"), german);
});

test("a name is read before the words, unless it is to be quoted without one", () => {
  const people = [{ id: "p", name: "Ada", role: "", present: true }];
  const said = { id: "a", kind: "voice", text: "I sing", by: "p", share: "circle" };
  assert.equal(spokenText(said, people, "-"), "Ada: I sing");
  assert.equal(spokenText({ ...said, share: "quote" }, people, "-"), "I sing");
  assert.equal(spokenText({ ...said, text: " ", by: null }, people, "No words yet"), "No words yet");
});
