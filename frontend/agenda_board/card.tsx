// A topic on the wall: its number and title to take it by, who brought it, the interest, and a menu.
import { useDraggable } from "@dnd-kit/core";
import { useStore, useWall } from "./context.tsx";
import { PARKED, WAITING } from "./places.ts";
import type { Topic } from "./protocol.ts";

export function Card({ topic, place }: { topic: Topic; place: string }) {
  const store = useStore();
  const held = useWall((state) => state.held === topic.id);
  const first = useWall((state) => firstTopic(state.byPlace, store.rows));
  const current = useWall((state) => (state.topics.some(({ id, merged_into }) => id === state.current && !merged_into) ? state.current : null));
  const { setNodeRef, listeners, isDragging } = useDraggable({ id: topic.id });
  const tabIndex = topic.id === (current ?? first) ? 0 : -1;
  const name = `${topic.number} ${topic.title}`;
  return (
    <article ref={setNodeRef} {...listeners} className={`ag-card ${held ? "ag-held" : ""} ${isDragging ? "ag-dragged" : ""}`} aria-label={name}>
      <button
        type="button"
        className="ag-grip"
        data-topic={topic.id}
        tabIndex={tabIndex}
        aria-pressed={held}
        aria-describedby="ag-how"
        onFocus={() => store.set({ current: topic.id })}
        onClick={() => store.take(topic.id)}
      >
        <span className="ag-number">{topic.number}</span> <bdi>{topic.title}</bdi>
      </button>
      <Facts topic={topic} place={place} />
      <div className="ag-foot">
        <button type="button" className="ag-button" tabIndex={tabIndex} aria-label={store.t("agenda.count_of", { title: topic.title })} onClick={() => store.count(topic.id, 1)}>
          +1
        </button>
        <span className="ag-interest">{store.t("agenda.interest", { count: topic.interest })}</span>
        <button
          type="button"
          className="ag-button ag-more"
          tabIndex={tabIndex}
          aria-label={store.t("agenda.more_of", { title: topic.title })}
          aria-haspopup="dialog"
          onClick={() => store.set({ menu: topic.id, current: topic.id })}
        >
          {store.t("agenda.more")}
        </button>
      </div>
    </article>
  );
}

function firstTopic(byPlace: ReadonlyMap<string, readonly Topic[]>, rows: readonly (readonly string[])[]): string | null {
  return rows.flat().flatMap((place) => byPlace.get(place) ?? [])[0]?.id ?? null;
}

function Facts({ topic, place }: { topic: Topic; place: string }) {
  const store = useStore();
  const { offers, rooms } = useWall(({ data }) => data);
  const topics = useWall((state) => state.topics);
  const merged = topics.filter(({ merged_into }) => merged_into === topic.id);
  const room = place === WAITING || place === PARKED ? undefined : rooms.find(({ id }) => id === topic.room);
  const words = topic.needs.map((need) => offers[need] ?? need).join(", ");
  const isLacking = room !== undefined && topic.needs.some((need) => !room.offers.includes(need));
  return (
    <>
      {topic.convenor ? (
        <p className="ag-convenor" dir="auto">
          {topic.convenor}
        </p>
      ) : null}
      {words ? <p className={isLacking ? "ag-lacks" : "ag-needs"}>{store.t(isLacking ? "agenda.lacks" : "agenda.needs", { words })}</p> : null}
      {merged.length > 0 ? (
        <p className="ag-merged" dir="auto">
          {store.t("agenda.with", { titles: merged.map(({ title }) => title).join(", ") })}
        </p>
      ) : null}
    </>
  );
}

/** What is seen under the pointer while a topic is dragged. */
export function DraggedCard({ topic }: { topic: Topic }) {
  return (
    <div className="ag-card ag-air">
      <p className="ag-grip">
        <span className="ag-number">{topic.number}</span> <bdi>{topic.title}</bdi>
      </p>
    </div>
  );
}

