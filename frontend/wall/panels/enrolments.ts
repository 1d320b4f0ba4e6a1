// Which enrolment somebody signs: one that is open, before a new one is made. Pure.
import type { Item, Stage } from "../protocol.ts";

/** Returns the first enrolment of a person that they have not said yes to. */
export function openEnrolment(items: Iterable<Item>, stages: readonly Stage[], person: string | null): Item | null {
  if (person === null) return null;
  const enrols = new Set(stages.filter(({ gathers }) => gathers === "enrolments").map(({ id }) => id));
  const open = [...items].filter(({ collection, stage, by, said_yes }) =>
    collection === "commitments" && enrols.has(stage) && by === person && said_yes === false,
  );
  return open.toSorted((one, other) => one.order - other.order)[0] ?? null;
}
