// Signing takes up the enrolment that is open, and makes no second one beside it.
import assert from "node:assert/strict";
import test from "node:test";
import { openEnrolment } from "../../../wall/panels/enrolments.ts";

const STAGES = [
  { id: "enrol", gathers: "enrolments" },
  { id: "first_steps", gathers: "steps" },
];
const of = (id, rest) => ({ id, collection: "commitments", stage: "enrol", order: 0, by: "ann", said_yes: false, ...rest });

test("the first open enrolment of that person is taken", () => {
  const items = [of("late", { order: 2 }), of("first", { order: 1 })];
  assert.equal(openEnrolment(items, STAGES, "ann")?.id, "first");
});

test("not what others enrolled for, what is agreed already, a step, or a voice", () => {
  const items = [
    of("of bo", { by: "bo" }), of("agreed", { said_yes: true }), of("step", { stage: "first_steps" }),
    of("voice", { collection: "voices", said_yes: undefined }),
  ];
  assert.equal(openEnrolment(items, STAGES, "ann"), null);
  assert.equal(openEnrolment(items, STAGES, null), null);
});
