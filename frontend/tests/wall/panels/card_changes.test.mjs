import assert from "node:assert/strict";
import { readdirSync, readFileSync } from "node:fs";
import test from "node:test";
import { altered, changed, draftOf, promised, stageNear, written } from "../../../wall/panels/card_changes.ts";
import { dotAt, strokeElement } from "../../../wall/panels/ink.ts";
import { fitted, MOST_BYTES, refusedFile, refusedSize } from "../../../wall/panels/photo_file.ts";

const draft = { text: " I sing ", by: "p", stage: "dream", share: "circle", approved: false };
const voice = {
  id: "v", collection: "voices", kind: "voice", stage: "dream", order: 1, text: "I sing", by: "p", about: "",
  share: "circle", approved: true,
};

test("a new card is one change; what differs from the usual is a second one", () => {
  assert.deepEqual(written("r", draft, null), [{ do: "write", record: "r", text: "I sing", by: "p", stage: "dream" }]);
  assert.deepEqual(written("r", { ...draft, text: "  " }, null), []);
  assert.deepEqual(written("r", { ...draft, share: "quote", approved: true }, null)[1], {
    do: "amend", collection: "voices", record: "r", fields: { share: "quote", approved: true },
  });
});

test("a card that is put at a place lets the place decide its stage", () => {
  assert.deepEqual(written("r", draft, [10, 20]), [{ do: "write", record: "r", text: "I sing", by: "p", x: 10, y: 20 }]);
});

test("only what was altered is sent", () => {
  const opened = draftOf(voice);
  assert.deepEqual(altered(voice, opened, opened), []);
  assert.deepEqual(altered(voice, opened, { ...opened, by: null, stage: "now" }), [
    { do: "amend", collection: "voices", record: "v", fields: { stage: "now", by: null } },
  ]);
  assert.deepEqual(altered(voice, opened, { ...opened, text: "   " }), []);
});

test("new words wait to be read back, unless somebody says they are right", () => {
  const opened = draftOf(voice);
  const typed = changed(opened, { text: "I sing loudly" });
  assert.equal(typed.approved, false);
  assert.equal(changed(opened, { text: "I sing " }).approved, true);
  const ticked = changed(typed, { approved: true });
  assert.deepEqual(altered(voice, opened, ticked), [
    { do: "write", record: "v", text: "I sing loudly" },
    { do: "amend", collection: "voices", record: "v", fields: { approved: true } },
  ]);
});

test("a step is a promise with somebody and a day, or without", () => {
  const step = { ...draft, text: " I ring ", stage: "first_steps" };
  const told = { do: "write", collection: "commitments", record: "r", text: "I ring", stage: "first_steps", by: "p" };
  assert.deepEqual(promised("r", { ...step, by_when: "2027-02-14" }), [{ ...told, by_when: "2027-02-14" }]);
  assert.deepEqual(promised("r", step), [{ ...told, by_when: null }]);
  assert.deepEqual(promised("r", { ...step, text: " " }), []);
});

test("the day of a promise can be changed and taken away", () => {
  const promise = { ...voice, collection: "commitments", kind: "commitment", share: undefined, approved: undefined, by_when: "2027-02-14" };
  const opened = draftOf(promise);
  assert.deepEqual(altered(promise, opened, opened), []);
  assert.deepEqual(altered(promise, opened, { ...opened, by_when: "" }), [
    { do: "amend", collection: "commitments", record: "v", fields: { by_when: null } },
  ]);
});

test("the words of a stamp may be taken away, those of a voice may not", () => {
  const stamp = { ...voice, id: "s", collection: "marks", kind: "stamp", share: undefined, approved: undefined };
  const opened = draftOf(stamp);
  assert.deepEqual(altered(stamp, opened, { ...opened, text: "" }), [
    { do: "amend", collection: "marks", record: "s", fields: { words: "" } },
  ]);
});

test("a place belongs to the stage around it, else to the nearest", () => {
  const stages = [{ id: "now", box: [0, 0, 100, 100] }, { id: "enrol", box: [120, 0, 100, 100] }];
  assert.equal(stageNear(stages, [50, 50]), "now");
  assert.equal(stageNear(stages, [115, 50]), "enrol");
  assert.equal(stageNear([], [1, 1]), "");
});

test("a signature stays within its pad and starts where the pen came down", () => {
  const pad = { left: 10, top: 20, width: 600, height: 200 };
  assert.deepEqual(dotAt({ clientX: 310, clientY: 120, pressure: 0.5 }, pad), { x: 150, y: 50, pressure: 0.5 });
  assert.deepEqual(dotAt({ clientX: 9999, clientY: -5, pressure: 0 }, pad), { x: 300, y: 0, pressure: 0 });
  const line = [{ x: 10, y: 10, pressure: 0.2 }, { x: 5, y: 30, pressure: 0.9 }];
  const ink = strokeElement("s1", line, true, "c1", "enrol");
  assert.deepEqual([ink.x, ink.y, ink.width, ink.height], [10, 10, 5, 20]);
  assert.deepEqual(ink.points, [[0, 0], [-5, 20]]);
  assert.deepEqual([ink.pressures, ink.simulatePressure], [[0.2, 0.9], false]);
  assert.deepEqual(ink.customData, { part: "mark", mark: "s1", stage: "enrol", signs: "c1" });
  assert.deepEqual(strokeElement("s2", line, false, "c1", "enrol").pressures, []);
});

test("a photo is made smaller, never larger, and what is no photo is refused with its reason", () => {
  assert.deepEqual(fitted(4000, 3000, 2000), { width: 2000, height: 1500 });
  assert.deepEqual(fitted(300, 200, 2000), { width: 300, height: 200 });
  assert.deepEqual(fitted(100000, 1, 2000), { width: 2000, height: 1 });
  assert.equal(refusedFile({ size: 10, type: "image/png" }), null);
  assert.equal(refusedFile({ size: 10, type: "" }), null);
  assert.equal(refusedFile({ size: 10, type: "application/pdf" }), "photo.no_picture");
  assert.equal(refusedFile({ size: 0, type: "image/png" }), "photo.empty");
  assert.equal(refusedFile({ size: MOST_BYTES + 1, type: "image/png" }), "photo.too_large");
  assert.equal(refusedSize(20_000, 20_000), "photo.too_large");
  assert.equal(refusedSize(4000, 3000), null);
});

test("every sentence that the panels ask for is in the list, and none is there for nobody", () => {
  const here = new URL("../../../wall/panels/", import.meta.url);
  const source = readdirSync(here).filter((name) => /\.tsx?$/.test(name)).map((name) => readFileSync(new URL(name, here), "utf8")).join("\n");
  const listed = readFileSync(new URL("../../../../path_planner/ui/wall/panel_words.py", import.meta.url), "utf8");
  const family = /"((?:card|remove|stamps|photo|sign|outline|stages|speaker|panel)\.[a-z_]+)"/g;
  const asked = new Set([...source.matchAll(family)].map(([, key]) => key));
  const known = new Set([...listed.matchAll(/^ +"([a-z]+\.[a-z_]+)": say\(/gm)].map(([, key]) => key));
  assert.ok(asked.size > 60);
  assert.deepEqual([...asked].filter((key) => !known.has(key) && key !== "stamps.json"), []);
  assert.deepEqual([...known].filter((key) => !asked.has(key) && !key.startsWith("kind.")), []);
});
