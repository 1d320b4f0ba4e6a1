// The board with its waiting changes: they are shown at once, and no voice is lost.
import assert from "node:assert/strict";
import test from "node:test";
import { ALONE, cardsBySide, listsOf, matches, NO_FILTER, normalise, PILE } from "../../theme_board/lists.ts";
import { assignmentsLeft, commonTheme, draggedCards, makeThemeChange, moveChange, toggleCards } from "../../theme_board/moves.ts";
import { applyMessage, applyPending, EMPTY_BOARD } from "../../theme_board/optimistic_state.ts";
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
const message = (base, more = {}) => ({
  vision: "v", base, revision: 1, cards: [], cards_gone: [], themes: [], themes_gone: [], done: [], refused: [], calm: false, ...more,
});
const shownIn = (known) => Object.fromEntries(listsOf(known, NO_FILTER).map(({ id, cards }) => [id, cards.map((one) => one.id)]));
const after = (known, ...changes) => applyPending(known, changes.map((change, at) => ({ id: `c${at}`, ...change })));

test("a delta changes only what it is about; a message of the whole board replaces everything", () => {
  const first = applyMessage(EMPTY_BOARD, message(null, { cards: [card("v1"), card("v2")], themes: [theme("a", 1)] }));
  const next = applyMessage(first, message(1, { cards: [card("v2", [["a", 1]])], cards_gone: ["v1"] }));
  assert.deepEqual([...next.cards.keys()], ["v2"]);
  assert.equal(next.themes, first.themes);
  assert.deepEqual([...applyMessage(next, message(null, { cards: [card("v3")] })).cards.keys()], ["v3"]);
});

test("without waiting changes the very same data is returned", () => {
  const known = board([card("v1")]);
  assert.equal(applyPending(known, []), known);
});

test("a voice of the pile is moved to a theme, and copied to another", () => {
  const known = board([card("v1"), card("v2")], [theme("a", 1), theme("b", 2)]);
  const one = after(known, moveChange([{ voice: "v1", from: PILE }], "a", false));
  assert.deepEqual(shownIn(one), { pile: ["v2"], a: ["v1"], b: [], alone: [] });
  const both = after(one, moveChange([{ voice: "v1", from: "a" }], "b", true));
  assert.deepEqual(shownIn(both), { pile: ["v2"], a: ["v1"], b: ["v1"], alone: [] });
  const moved = after(one, moveChange([{ voice: "v1", from: "a" }], "b", false));
  assert.deepEqual(shownIn(moved), { pile: ["v2"], a: [], b: ["v1"], alone: [] });
});

test("a voice that leaves its only theme is in the pile again, one that leaves one of two is not", () => {
  const known = board([card("v1", [["a", 1]]), card("v2", [["a", 2], ["b", 1]])], [theme("a", 1), theme("b", 2)]);
  const cards = [{ voice: "v1", from: "a" }, { voice: "v2", from: "a" }];
  assert.deepEqual(shownIn(after(known, moveChange(cards, PILE, false))), { pile: ["v1"], a: [], b: ["v2"], alone: [] });
});

test("a voice that stands alone is in no theme, and comes back", () => {
  const known = board([card("v1", [["a", 1]])], [theme("a", 1)]);
  const alone = after(known, moveChange([{ voice: "v1", from: "a" }], ALONE, false));
  assert.deepEqual(shownIn(alone), { pile: [], a: [], alone: ["v1"] });
  assert.deepEqual(shownIn(after(alone, moveChange([{ voice: "v1", from: ALONE }], "a", false))), { pile: [], a: ["v1"], alone: [] });
  assert.deepEqual(shownIn(after(alone, moveChange([{ voice: "v1", from: ALONE }], PILE, false))), { pile: ["v1"], a: [], alone: [] });
});

test("a move to the same list is no change", () => {
  assert.equal(moveChange([{ voice: "v1", from: "a" }], "a", false), null);
  assert.equal(moveChange([{ voice: "v1", from: PILE }], PILE, false), null);
});

test("a new theme takes its voices along; a theme that is merged or taken apart loses none", () => {
  const known = board([card("v1", [["a", 1]]), card("v2")], [theme("a", 1)]);
  const cards = [{ voice: "v1", from: "a" }, { voice: "v2", from: PILE }];
  const made = after(known, makeThemeChange(cards, "n", "New"));
  assert.deepEqual(shownIn(made), { pile: [], a: [], n: ["v1", "v2"], alone: [] });
  assert.equal(made.themes.get("n").name, "New");
  assert.deepEqual(shownIn(after(made, { do: "merge", theme: "n", into: "a" })), { pile: [], a: ["v1", "v2"], alone: [] });
  assert.deepEqual(shownIn(after(made, { do: "apart", theme: "n" })), { pile: ["v1", "v2"], a: [], alone: [] });
  const split = after(made, { do: "split", theme: "n", as: "m", name: "M", voices: ["v2"] });
  assert.deepEqual(shownIn(split), { pile: [], a: [], n: ["v1"], m: ["v2"], alone: [] });
});

test("themes go up and down and no farther than the ends", () => {
  const known = board([], [theme("a", 1), theme("b", 2), theme("c", 3)]);
  const order = (...changes) => listsOf(after(known, ...changes), NO_FILTER).map(({ id }) => id).slice(1, -1);
  assert.deepEqual(order({ do: "order", theme: "c", steps: -1 }), ["a", "c", "b"]);
  assert.deepEqual(order({ do: "order", theme: "a", steps: -9 }), ["a", "b", "c"]);
  assert.deepEqual(order({ do: "order", theme: "a", steps: 9 }), ["b", "c", "a"]);
});

test("a change of a theme that is gone meanwhile does no harm", () => {
  const known = board([card("v1")]);
  const result = after(known, moveChange([{ voice: "v1", from: PILE }], "gone", false), { do: "rename", theme: "gone", name: "x" });
  assert.deepEqual(shownIn(result), { pile: ["v1"], alone: [] });
});

test("500 boards: after any changes each voice is in the pile, in a theme or alone", () => {
  for (let seed = 1; seed <= 500; seed += 1) {
    const random = seededRandom(seed);
    let known = board(Array.from({ length: 8 }, (_, at) => card(`v${at}`)), [theme("a", 1), theme("b", 2)]);
    for (let step = 0; step < 12; step += 1) {
      const lists = listsOf(known, NO_FILTER);
      const full = lists.filter(({ cards }) => cards.length > 0);
      const from = random.pick(full);
      const cards = [{ voice: random.pick(from.cards).id, from: from.id }];
      const themes = lists.filter((one) => one.theme).map(({ id }) => id);
      const action = random.pick(["put", "put", "also", "make", "apart", "merge"]);
      let change = null;
      if (action === "make") change = makeThemeChange(cards, `n${step}`, "New");
      else if (action === "apart" && themes.length > 0) change = { do: "apart", theme: random.pick(themes) };
      else if (action === "merge" && themes.length > 1) change = { do: "merge", theme: themes[0], into: themes[1] };
      else change = moveChange(cards, random.pick(lists).id, action === "also");
      if (change) known = after(known, change);
      const seen = new Set(listsOf(known, NO_FILTER).flatMap(({ cards }) => cards.map(({ id }) => id)));
      assert.equal(seen.size, 8, `seed ${seed}, step ${step}, ${action}`);
    }
  }
});

test("a card is selected and deselected; a selected one is dragged with all others", () => {
  const [one, other, third] = ["v1", "v2", "v3"].map((voice) => ({ voice, from: PILE }));
  const cards = toggleCards(toggleCards([], [one]), [other]);
  assert.deepEqual(cards, [one, other]);
  assert.deepEqual(toggleCards(cards, [{ ...one }]), [other]);
  assert.equal(draggedCards(cards, [{ ...other }]), cards);
  assert.deepEqual(draggedCards(cards, [third]), [third]);
});

test("only voices of one theme can be split off", () => {
  assert.equal(commonTheme([{ voice: "v1", from: "a" }, { voice: "v2", from: "a" }]), "a");
  assert.equal(commonTheme([{ voice: "v1", from: "a" }, { voice: "v2", from: "b" }]), null);
  assert.equal(commonTheme([{ voice: "v1", from: PILE }]), null);
  assert.equal(commonTheme([]), null);
  assert.deepEqual(assignmentsLeft([{ voice: "v1", from: "a" }, { voice: "v2", from: ALONE }]), [["v1", "a"]]);
});

test("every word of a search must be there, whatever its accents", () => {
  const one = card("v1", [], { text: "Ein Café am Fluß, çok güzel" });
  const seek = (words) => matches(one, NO_FILTER, normalise(words).split(" "));
  assert.ok(seek("cafe guzel"));
  assert.ok(!seek("cafe tea"));
  assert.ok(!matches(one, { ...NO_FILTER, source: "s2" }, []));
  assert.ok(!matches(one, { ...NO_FILTER, standing: "professional" }, []));
});

test("a filter hides cards and keeps the total", () => {
  const [pile] = listsOf(board([card("v1", [], { text: "tea" }), card("v2")]), { ...NO_FILTER, words: "TEA" });
  assert.deepEqual([pile.cards.map(({ id }) => id), pile.total], [["v1"], 2]);
});

test("people and professionals stand side by side and are never merged", () => {
  const setting = {
    standings: [{ id: "family", side: "people" }, { id: "professional", side: "professionals" }],
    sides: [["people", "People"], ["professionals", "Professionals"]],
  };
  const cards = [card("v1"), card("v2", [], { standing: "professional" })];
  assert.deepEqual(cardsBySide(cards, setting).map(([id, , there]) => [id, there.map((one) => one.id)]), [["people", ["v1"]], ["professionals", ["v2"]]]);
});

test("five thousand voices are sorted into their lists quickly enough to be typed at", () => {
  const themes = Array.from({ length: 30 }, (_, at) => theme(`t${at}`, at));
  const cards = Array.from({ length: 5000 }, (_, at) => card(`v${at}`, at % 3 ? [[`t${at % 30}`, at]] : []));
  const known = board(cards, themes);
  const lists = listsOf(known, { ...NO_FILTER, words: "words of v4999" });
  assert.deepEqual(lists.flatMap((list) => list.cards.map(({ id }) => id)), ["v4999"]);
  assert.equal(lists.reduce((sum, { total }) => sum + total, 0), 5000);
});

test("equal answers of one place are one card of the pile, counted as what they are, and move together", () => {
  const same = { text: "Better buses." };
  const cards = [
    card("v1", [], same), card("v2"), card("v3", [], { text: "better buses." }), card("v4", [], same),
    card("v5", [], { ...same, source: "s2", about: "Friend · S2" }), card("v6", [], { ...same, standing: "lived" }),
    card("v7", [["a", 1]], same),
  ];
  const known = board(cards, [theme("a", 1)]);
  const [pile, inTheme] = listsOf(known, NO_FILTER);
  assert.deepEqual(pile.cards.map(({ id }) => id), ["v1", "v2", "v5", "v6"]);
  assert.deepEqual([...pile.same], [["v1", ["v1", "v3", "v4"]]]);
  assert.equal(pile.found, 6);
  assert.equal(pile.total, 6);
  assert.equal(inTheme.same.size, 0);
  const [filtered] = listsOf(known, { ...NO_FILTER, words: "buses" });
  assert.equal(filtered.found, 5);
  const together = pile.same.get("v1").map((voice) => ({ voice, from: PILE }));
  const held = toggleCards([{ voice: "v2", from: PILE }], together);
  assert.equal(held.length, 4);
  assert.deepEqual(toggleCards(held, together), [{ voice: "v2", from: PILE }]);
  assert.equal(draggedCards(held, together), held);
  const placed = listsOf(after(known, moveChange(together, "a", false)), NO_FILTER);
  assert.deepEqual(placed[0].cards.map(({ id }) => id), ["v2", "v5", "v6"]);
  assert.deepEqual(placed[1].cards.map(({ id }) => id).sort(), ["v1", "v3", "v4", "v7"]);
});
