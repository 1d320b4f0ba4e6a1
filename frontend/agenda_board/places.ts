// The places of the wall, and the topics on it with the changes that wait. Pure.
import type { Change, Room, Slot, Topic } from "./protocol.ts";

/** Where topics wait for a place, and where they are parked. */
export const WAITING = "waiting";
export const PARKED = "parked";

/** The place of a time and a room. */
export function placeOf(slot: string, room: string): string {
  return `${slot} ${room}`;
}

export interface Wall {
  topics: readonly Topic[];
  slots: readonly Slot[];
  rooms: readonly Room[];
}

/** The rows of places, as one goes through them: what waits, the times with their rooms, what is parked. */
export function rowsOf({ slots, rooms }: Wall): string[][] {
  const times = slots.filter(({ talks }) => talks).map(({ id }) => rooms.map((room) => placeOf(id, room.id)));
  return [[WAITING], ...times.filter((row) => row.length > 0), [PARKED]];
}

/** The place in which a topic stands; null if it is merged into another one. */
export function placeOfTopic(wall: Wall, topic: Topic): string | null {
  if (topic.merged_into !== null) return null;
  if (topic.parked) return PARKED;
  const isPlaced = wall.slots.some(({ id, talks }) => talks && id === topic.slot) && wall.rooms.some(({ id }) => id === topic.room);
  return isPlaced ? placeOf(topic.slot ?? "", topic.room ?? "") : WAITING;
}

/** The topics in each place, in their order. */
export function topicsByPlace(wall: Wall): Map<string, Topic[]> {
  const found = new Map<string, Topic[]>();
  for (const topic of wall.topics) {
    const place = placeOfTopic(wall, topic);
    if (place !== null) found.set(place, [...(found.get(place) ?? []), topic]);
  }
  return found;
}

/** The change that brings a topic to a place; null if it is there already. */
export function moveTo(wall: Wall, topic: Topic, place: string) {
  if (placeOfTopic(wall, topic) === place) return null;
  if (place === PARKED) return { do: "park" as const, topic: topic.id, parked: true };
  if (place === WAITING) return { do: "place" as const, topic: topic.id };
  const [slot = "", room = ""] = place.split(" ");
  return { do: "place" as const, topic: topic.id, slot, room };
}

/** The topics as they are once the waiting changes are applied. */
export function applyPending(wall: Wall, waiting: readonly Change[]): Topic[] {
  return waiting.reduce<Topic[]>((topics, change) => applied({ ...wall, topics }, change), [...wall.topics]);
}

function applied(wall: Wall, change: Change): Topic[] {
  const topic = wall.topics.find(({ id }) => id === change.topic);
  const topics = [...wall.topics];
  if (!topic) return topics;
  const withFields = (id: string, fields: Partial<Topic>) => topics.map((each) => (each.id === id ? { ...each, ...fields } : each));
  switch (change.do) {
    case "place":
      return placed(wall, topic, change.slot ?? null, change.room ?? null);
    case "merge":
      return withFields(topic.id, { merged_into: change.into ?? null, parked: false });
    case "park":
      return withFields(topic.id, { parked: change.parked });
    case "reword":
      return change.title ? withFields(topic.id, { title: change.title, convenor: change.convenor }) : topics;
    case "count":
      return withFields(topic.id, { interest: topic.interest + change.count });
    case "split": {
      if (topics.some(({ id }) => id === change.as)) return topics;
      const number = Math.max(0, ...topics.map((each) => each.number)) + 1;
      return [...topics, { ...topic, id: change.as, number, title: change.title, convenor: "", slot: null, room: null, parked: false, interest: 0 }];
    }
    case "uncount":
      return topics;
  }
}

/** With the topic that stands there it swaps places; over another one it is put only from the wall. */
function placed(wall: Wall, topic: Topic, slot: string | null, room: string | null): Topic[] {
  const there = slot === null || room === null ? [] : (topicsByPlace(wall).get(placeOf(slot, room)) ?? []);
  const other = there.find(({ id }) => id !== topic.id);
  const from = placeOfTopic(wall, topic);
  if (other && (from === WAITING || from === PARKED || from === null)) return [...wall.topics];
  return wall.topics.map((each) => {
    if (each.id === topic.id) return { ...each, slot, room, parked: false, merged_into: null };
    return each.id === other?.id ? { ...each, slot: topic.slot, room: topic.room } : each;
  });
}
