// Sentences from the server: their blanks are filled, and the one that fits the number is said.
import assert from "node:assert/strict";
import test from "node:test";
import { translate } from "../../shared/i18n.ts";

const POLISH = {
  language: "pl",
  words: { "board.close": "Zamknij", "told.stated": "„{name}” {left}" },
  counted: { "board.voices": { one: "{count} głos", few: "{count} głosy", many: "{count} głosów", other: "{count} głosu" } },
};

test("a sentence has its blanks filled, with words as they are", () => {
  assert.equal(translate(POLISH, "board.close"), "Zamknij");
  assert.equal(translate(POLISH, "told.stated", { name: "{left}" }), "„{left}” {left}");
});

test("the sentence that fits the number is said, by the rules of the language", () => {
  const numbers = [0, 1, 2, 5, 12, 21, 22].map((count) => translate(POLISH, "board.voices", { count }));
  assert.deepEqual(numbers, ["0 głosów", "1 głos", "2 głosy", "5 głosów", "12 głosów", "21 głosów", "22 głosy"]);
});

test("a kind of number that the server did not tell has the sentence for others", () => {
  const counted = { "board.voices": { one: "{count} voice", other: "{count} voices" } };
  assert.equal(translate({ ...POLISH, counted }, "board.voices", { count: 3 }), "3 voices");
});

test("before any words are known, a key stands for its sentence", () => {
  assert.equal(translate(null, "board.close"), "board.close");
  assert.equal(translate(POLISH, "board.unknown"), "board.unknown");
});
