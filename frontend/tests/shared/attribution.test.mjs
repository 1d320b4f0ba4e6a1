// A line that starts with the name of exactly one person here is theirs.
import assert from "node:assert/strict";
import test from "node:test";
import { attributed, personByNow, personCalled } from "../../shared/attribution.ts";

const PEOPLE = [
  { id: "r", name: "Ruth Marsh" },
  { id: "s1", name: "Sam Reed" },
  { id: "s2", name: "Sam Holt" },
  { id: "z", name: "Zoë" },
];
const of = (text) => {
  const found = attributed(text, PEOPLE);
  return found && [found.person.id, found.words];
};

test("by first or by whole name, whatever the case", () => {
  assert.deepEqual(of("Ruth: We text each other."), ["r", "We text each other."]);
  assert.deepEqual(of("  ruth  marsh: two\nlines"), ["r", "two\nlines"]);
  assert.deepEqual(of("ZOË: yes"), ["z", "yes"]);
  assert.deepEqual(of("Zoe\u0308：はい"), ["z", "はい"]);
});

test("not where two people have that name, but for the whole name of one", () => {
  assert.equal(of("Sam: hello"), null);
  assert.deepEqual(of("Sam Holt: hello"), ["s2", "hello"]);
});

test("what is no name stays as typed", () => {
  for (const text of ["Dream: a house", "Ruth", "Ruth:", "Ruth: ", "Ruth:hello", "at 10:30 we go", ": x", "Ma: x"]) {
    assert.equal(of(text), null, text);
  }
});

test("somebody is called by whole name, as on the chip, or by a first name that nobody else has", () => {
  const people = [...PEOPLE, { id: "n", name: "Zed Olly" }, { id: "o", name: "Ola Berg", short: "Ola B." }];
  const called = (name) => personCalled(name, people)?.id ?? null;
  // Somebody new has no chip of the server yet.
  assert.deepEqual(["zed", "ZED OLLY", "ola b.", "Sam Reed"].map(called), ["n", "n", "o", "s1"]);
  assert.deepEqual(["Sam", "Ol", "", "Olly"].map(called), [null, null, null, null]);
});

test("somebody new is who another window added by that name, else nobody yet", () => {
  assert.equal(personByNow({ id: "new", name: "ruth marsh" }, PEOPLE)?.id, "r");
  assert.equal(personByNow({ id: "z", name: "Zoë Renamed" }, PEOPLE)?.id, "z");
  assert.equal(personByNow({ id: "new", name: "Ruth" }, PEOPLE), undefined);
});
