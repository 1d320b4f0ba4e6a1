// The board as it will be: whatever waits is shown at once, and no voice is lost on the way.
import assert from "node:assert/strict";
import test from "node:test";
import { ALL, ALONE, bySide, fits, listsOf, PILE, simple } from "../../theme_board/lists.ts";
import { dragged, left, madeOf, putDown, splittable, toggled } from "../../theme_board/moves.ts";
import { foretold, learn, NOTHING } from "../../theme_board/optimistic_state.ts";
import { seededRandom } from "../random.mjs";

const card = (id, places = [], more = {}) => ({
  id, text: `Words of ${id}`, standing: "family", source: "s1", about: "Friend · S1", places, alone: false,
  order: Number(id.slice(1)), ...more,
});
const theme = (id, order) => ({ id, name: id.toUpperCase(), statement: "", agreed: [], order, counts: "", side_counts: {} });
const board = (cards, themes = []) => ({
  cards: new Map(cards.map((one) => [one.id, one])),
  themes: new Map(themes.map((one) => [one.id, one])),
});
const told = (base, more = {}) => ({
  vision: "v", base, revision: 1, cards: [], cards_gone: [], themes: [], themes_gone: [], done: [], refused: [], calm: false, ...more,
});
const shown = (known) => Object.fromEntries(listsOf(known, ALL).map(({ id, cards }) => [id, cards.map((one) => one.id)]));
const play = (known, ...changes) => foretold(known, changes.map((change, at) => ({ id: `c${at}`, ...change })));

test("news change only what they are about; everything begins anew", () => {
  const first = learn(NOTHING, told(null, { cards: [card("v1"), card("v2")], themes: [theme("a", 1)] }));
  const next = learn(first, told(1, { cards: [card("v2", [["a", 1]])], cards_gone: ["v1"] }));
  assert.deepEqual([...next.cards.keys()], ["v2"]);
  assert.equal(next.themes, first.themes);
  assert.deepEqual([...learn(next, told(null, { cards: [card("v3")] })).cards.keys()], ["v3"]);
});

test("nothing waits: what is known is shown as it is", () => {
  const known = board([card("v1")]);
  assert.equal(foretold(known, []), known);
});

test("a voice from the pile goes into a theme, stays there, and into another as well", () => {
  const known = board([card("v1"), card("v2")], [theme("a", 1), theme("b", 2)]);
  const one = play(known, putDown([{ voice: "v1", from: PILE }], "a", false));
  assert.deepEqual(shown(one), { pile: ["v2"], a: ["v1"], b: [], alone: [] });
  const both = play(one, putDown([{ voice: "v1", from: "a" }], "b", true));
  assert.deepEqual(shown(both), { pile: ["v2"], a: ["v1"], b: ["v1"], alone: [] });
  const moved = play(one, putDown([{ voice: "v1", from: "a" }], "b", false));
  assert.deepEqual(shown(moved), { pile: ["v2"], a: [], b: ["v1"], alone: [] });
});

test("taken out of its only theme a voice lies in the pile again, out of one of two it does not", () => {
  const known = board([card("v1", [["a", 1]]), card("v2", [["a", 2], ["b", 1]])], [theme("a", 1), theme("b", 2)]);
  const hand = [{ voice: "v1", from: "a" }, { voice: "v2", from: "a" }];
  assert.deepEqual(shown(play(known, putDown(hand, PILE, false))), { pile: ["v1"], a: [], b: ["v2"], alone: [] });
});

test("a voice that stands alone is in no theme, and comes back", () => {
  const known = board([card("v1", [["a", 1]])], [theme("a", 1)]);
  const alone = play(known, putDown([{ voice: "v1", from: "a" }], ALONE, false));
  assert.deepEqual(shown(alone), { pile: [], a: [], alone: ["v1"] });
  assert.deepEqual(shown(play(alone, putDown([{ voice: "v1", from: ALONE }], "a", false))), { pile: [], a: ["v1"], alone: [] });
  assert.deepEqual(shown(play(alone, putDown([{ voice: "v1", from: ALONE }], PILE, false))), { pile: ["v1"], a: [], alone: [] });
});

test("put down where it was, nothing is told", () => {
  assert.equal(putDown([{ voice: "v1", from: "a" }], "a", false), null);
  assert.equal(putDown([{ voice: "v1", from: PILE }], PILE, false), null);
});

test("a new theme takes its voices along; one that is merged or taken apart loses none", () => {
  const known = board([card("v1", [["a", 1]]), card("v2")], [theme("a", 1)]);
  const hand = [{ voice: "v1", from: "a" }, { voice: "v2", from: PILE }];
  const made = play(known, madeOf(hand, "n", "New"));
  assert.deepEqual(shown(made), { pile: [], a: [], n: ["v1", "v2"], alone: [] });
  assert.equal(made.themes.get("n").name, "New");
  assert.deepEqual(shown(play(made, { do: "merge", theme: "n", into: "a" })), { pile: [], a: ["v1", "v2"], alone: [] });
  assert.deepEqual(shown(play(made, { do: "apart", theme: "n" })), { pile: ["v1", "v2"], a: [], alone: [] });
  const split = play(made, { do: "split", theme: "n", as: "m", name: "M", voices: ["v2"] });
  assert.deepEqual(shown(split), { pile: [], a: [], n: ["v1"], m: ["v2"], alone: [] });
});

test("themes go up and down and no farther than the ends", () => {
  const known = board([], [theme("a", 1), theme("b", 2), theme("c", 3)]);
  const order = (...changes) => listsOf(play(known, ...changes), ALL).map(({ id }) => id).slice(1, -1);
  assert.deepEqual(order({ do: "order", theme: "c", steps: -1 }), ["a", "c", "b"]);
  assert.deepEqual(order({ do: "order", theme: "a", steps: -9 }), ["a", "b", "c"]);
  assert.deepEqual(order({ do: "order", theme: "a", steps: 9 }), ["b", "c", "a"]);
});

test("what is told of a theme that is gone meanwhile harms nothing", () => {
  const known = board([card("v1")]);
  const after = play(known, putDown([{ voice: "v1", from: PILE }], "gone", false), { do: "rename", theme: "gone", name: "x" });
  assert.deepEqual(shown(after), { pile: ["v1"], alone: [] });
});

test("500 boards: whatever is done, each voice is in the pile, in a theme or alone", () => {
  for (let seed = 1; seed <= 500; seed += 1) {
    const random = seededRandom(seed);
    let known = board(Array.from({ length: 8 }, (_, at) => card(`v${at}`)), [theme("a", 1), theme("b", 2)]);
    for (let step = 0; step < 12; step += 1) {
      const lists = listsOf(known, ALL);
      const full = lists.filter(({ cards }) => cards.length > 0);
      const from = random.pick(full);
      const hand = [{ voice: random.pick(from.cards).id, from: from.id }];
      const themes = lists.filter((one) => one.theme).map(({ id }) => id);
      const deed = random.pick(["put", "put", "also", "make", "apart", "merge"]);
      let change = null;
      if (deed === "make") change = madeOf(hand, `n${step}`, "New");
      else if (deed === "apart" && themes.length > 0) change = { do: "apart", theme: random.pick(themes) };
      else if (deed === "merge" && themes.length > 1) change = { do: "merge", theme: themes[0], into: themes[1] };
      else change = putDown(hand, random.pick(lists).id, deed === "also");
      if (change) known = play(known, change);
      const seen = new Set(listsOf(known, ALL).flatMap(({ cards }) => cards.map(({ id }) => id)));
      assert.equal(seen.size, 8, `seed ${seed}, step ${step}, ${deed}`);
    }
  }
});

test("the hand takes up and lets go; a card in it is dragged with all others", () => {
  const [one, other, third] = ["v1", "v2", "v3"].map((voice) => ({ voice, from: PILE }));
  const hand = toggled(toggled([], one), other);
  assert.deepEqual(hand, [one, other]);
  assert.deepEqual(toggled(hand, { ...one }), [other]);
  assert.equal(dragged(hand, { ...other }), hand);
  assert.deepEqual(dragged(hand, third), [third]);
});

test("only voices of one theme can be split off", () => {
  assert.equal(splittable([{ voice: "v1", from: "a" }, { voice: "v2", from: "a" }]), "a");
  assert.equal(splittable([{ voice: "v1", from: "a" }, { voice: "v2", from: "b" }]), null);
  assert.equal(splittable([{ voice: "v1", from: PILE }]), null);
  assert.equal(splittable([]), null);
  assert.deepEqual(left([{ voice: "v1", from: "a" }, { voice: "v2", from: ALONE }]), [["v1", "a"]]);
});

test("every word that is sought must be there, whatever its accents", () => {
  const one = card("v1", [], { text: "Ein Café am Fluß, çok güzel" });
  const seek = (words) => fits(one, ALL, simple(words).split(" "));
  assert.ok(seek("cafe guzel"));
  assert.ok(!seek("cafe tea"));
  assert.ok(!fits(one, { ...ALL, source: "s2" }, []));
  assert.ok(!fits(one, { ...ALL, standing: "professional" }, []));
});

test("a search hides cards and still says how many there are", () => {
  const [pile] = listsOf(board([card("v1", [], { text: "tea" }), card("v2")]), { ...ALL, words: "TEA" });
  assert.deepEqual([pile.cards.map(({ id }) => id), pile.all], [["v1"], 2]);
});

test("people and professionals stand side by side and are never merged", () => {
  const setting = {
    standings: [{ id: "family", side: "people" }, { id: "professional", side: "professionals" }],
    sides: [["people", "People"], ["professionals", "Professionals"]],
  };
  const cards = [card("v1"), card("v2", [], { standing: "professional" })];
  assert.deepEqual(bySide(cards, setting).map(([id, , there]) => [id, there.map((one) => one.id)]), [["people", ["v1"]], ["professionals", ["v2"]]]);
});

test("five thousand voices are sorted into their lists quickly enough to be typed at", () => {
  const themes = Array.from({ length: 30 }, (_, at) => theme(`t${at}`, at));
  const cards = Array.from({ length: 5000 }, (_, at) => card(`v${at}`, at % 3 ? [[`t${at % 30}`, at]] : []));
  const known = board(cards, themes);
  const lists = listsOf(known, { ...ALL, words: "words of v4999" });
  assert.deepEqual(lists.flatMap((list) => list.cards.map(({ id }) => id)), ["v4999"]);
  assert.equal(lists.reduce((sum, { all }) => sum + all, 0), 5000);
});
