// The agenda wall: what waits for a place, the times with their rooms, and what is parked.
import { useEffect, useRef } from "react";
import { watchPens } from "../shared/pointer.ts";
import { Card } from "./card.tsx";
import { useStore, useWall } from "./context.tsx";
import { Dragging, useDropPlace } from "./dragging.tsx";
import { listenForKeys } from "./keys.ts";
import { Menu } from "./menu.tsx";
import { PARKED, placeOf, WAITING } from "./places.ts";
import type { Slot } from "./protocol.ts";

export function Board() {
  const store = useStore();
  const root = useRef<HTMLDivElement>(null);
  const { calm, right_to_left, rooms, slots } = useWall(({ data }) => data);
  const menu = useWall((state) => state.menu);
  const held = useWall((state) => state.held);
  useEffect(() => (root.current ? listenForKeys(store, root.current) : undefined), [store]);
  useEffect(() => (root.current ? watchPens(root.current, ".ag-card") : undefined), []);
  const classes = `ag-board ${calm ? "ag-calm" : ""} ${held ? "ag-holding" : ""}`;
  return (
    <div ref={root} className={classes} dir={right_to_left ? "rtl" : "ltr"} role="group" aria-label={store.t("agenda.wall")}>
      <p id="ag-how" className="ag-how">
        {store.t("agenda.how")}
      </p>
      <Dragging>
        <Tray place={WAITING} />
        {/* With many rooms it is moved sideways, by the keyboard too. */}
        <div className="ag-grid" role="group" aria-label={store.t("agenda.grid")} tabIndex={0} style={{ "--rooms": Math.max(1, rooms.length) } as React.CSSProperties}>
          <div className="ag-row ag-heads">
            <span className="ag-time" />
            {rooms.map(({ id, name, facts }) => (
              <div key={id} className="ag-room">
                <h3 dir="auto">{name}</h3>
                <p>{facts}</p>
              </div>
            ))}
          </div>
          {slots.map((slot) => (slot.talks ? <Time key={slot.id} slot={slot} /> : <Band key={slot.id} slot={slot} />))}
        </div>
        <Tray place={PARKED} />
      </Dragging>
      <Notices />
      {menu ? <Menu key={menu} id={menu} /> : null}
    </div>
  );
}

function Time({ slot }: { slot: Slot }) {
  const store = useStore();
  const rooms = useWall(({ data }) => data.rooms);
  return (
    <section className={`ag-row ${slot.now ? "ag-now" : ""}`} aria-label={`${slot.begins} ${slot.when}`}>
      <div className="ag-time">
        <h3>{slot.begins}</h3>
        {slot.title ? <p dir="auto">{slot.title}</p> : null}
        <p>{slot.when}</p>
      </div>
      {rooms.map(({ id, name }) => (
        <Place key={id} place={placeOf(slot.id, id)} room={name} />
      ))}
      {rooms.length === 0 ? <p className="ag-none">{store.t("agenda.no_rooms")}</p> : null}
    </section>
  );
}

function Band({ slot }: { slot: Slot }) {
  return (
    <p className={`ag-band ${slot.now ? "ag-now" : ""}`}>
      <strong>{slot.begins}</strong> <bdi>{slot.title}</bdi> <span>{slot.when}</span>
    </p>
  );
}

function Place({ place, room }: { place: string; room: string }) {
  const store = useStore();
  const topics = useWall((state) => state.byPlace.get(place)) ?? [];
  const held = useWall((state) => state.held);
  const { ref, classes } = useDropPlace(place);
  const [there] = topics.filter(({ id }) => id !== held);
  const isOwn = topics.some(({ id }) => id === held);
  return (
    <div ref={ref} className={`ag-place ${topics.length === 0 ? "ag-free" : ""} ${classes}`} data-place={place}>
      <span className="ag-where" dir="auto">
        {room}
      </span>
      {topics.map((topic) => (
        <Card key={topic.id} topic={topic} place={place} />
      ))}
      {topics.length > 1 ? <p className="ag-two">{store.t("agenda.two_here")}</p> : null}
      {topics.length === 0 && !held ? <p className="ag-words">{store.t("agenda.free_bring")}</p> : null}
      {held && !isOwn ? (
        <div className="ag-puts">
          <PutButton place={place} label={store.t(there ? "agenda.swap" : "agenda.put_here")} />
          {there ? (
            <button type="button" className="ag-button" tabIndex={-1} onClick={() => store.merge(held, there.id)}>
              {store.t("agenda.merge_here")}
            </button>
          ) : null}
        </div>
      ) : null}
    </div>
  );
}

function PutButton({ place, label }: { place: string; label: string }) {
  const store = useStore();
  return (
    <button type="button" className="ag-button ag-put" tabIndex={-1} onClick={() => store.put(place)}>
      {label}
    </button>
  );
}

function Tray({ place }: { place: string }) {
  const store = useStore();
  const topics = useWall((state) => state.byPlace.get(place)) ?? [];
  const held = useWall((state) => state.held);
  const { ref, classes } = useDropPlace(place);
  const isOwn = topics.some(({ id }) => id === held);
  return (
    <section ref={ref} className={`ag-tray ${classes}`} data-place={place} aria-label={store.t(`agenda.${place}`)}>
      <h3>
        {store.t(`agenda.${place}`)} <span>{topics.length}</span>
      </h3>
      <div className="ag-cards">
        {topics.map((topic) => (
          <Card key={topic.id} topic={topic} place={place} />
        ))}
        {topics.length === 0 && !held ? <p className="ag-words">{store.t(`agenda.${place}_none`)}</p> : null}
        {held && !isOwn ? <PutButton place={place} label={store.t("agenda.put_here")} /> : null}
      </div>
    </section>
  );
}

function Notices() {
  const store = useStore();
  const announcement = useWall((state) => state.announcement);
  const waiting = useWall((state) => state.waiting);
  const notice = useWall((state) => state.notice);
  const trouble = useWall((state) => state.trouble);
  return (
    <div className="ag-notes">
      <p role="status" aria-live="polite" className="for-readers">
        {announcement}
      </p>
      <p role="status" className={waiting > 0 ? "ag-note" : "for-readers"}>
        {waiting > 0 ? store.t("agenda.unsaved", { count: waiting }) : ""}
      </p>
      <div role="alert" className={notice || trouble ? "ag-note ag-refused" : "for-readers"}>
        <p dir="auto">{trouble || notice}</p>
        {notice ? (
          <button type="button" className="ag-button" onClick={() => store.set({ notice: "" })}>
            {store.t("agenda.close")}
          </button>
        ) : null}
      </div>
    </div>
  );
}
