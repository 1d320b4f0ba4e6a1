// The menu of a topic: everything that can be done with it, without dragging.
import { useState, type FormEvent, type ReactNode } from "react";
import { BaseDialog } from "../shared/dialog.tsx";
import { freshId } from "../sync/ids.ts";
import { useStore, useWall } from "./context.tsx";
import { focusTopic } from "./keys.ts";
import { PARKED, placeOf, placeOfTopic, WAITING } from "./places.ts";
import type { Topic } from "./protocol.ts";

const MOST_LETTERS = 300;

export function Menu({ id }: { id: string }) {
  const store = useStore();
  const topic = useWall((state) => state.topics.find((each) => each.id === id));
  const { calm, right_to_left } = useWall(({ data }) => data);
  if (!topic) return null;
  const close = () => store.set({ menu: null });
  return (
    <BaseDialog
      title={`${topic.number} ${topic.title}`}
      className="ag-menu"
      closeLabel={store.t("agenda.close")}
      rightToLeft={right_to_left}
      calm={calm}
      onClose={close}
      onFocusLost={() => {
        const root = document.querySelector<HTMLElement>(".ag-board");
        if (root) focusTopic(root, store.state().current);
      }}
    >
      <div className="pp-body pp-stack">
        <Where topic={topic} close={close} />
        <Merging topic={topic} />
        <Splitting topic={topic} close={close} />
        <Words topic={topic} close={close} />
        <Interest topic={topic} />
      </div>
    </BaseDialog>
  );
}

interface PartProps {
  topic: Topic;
  close(): void;
}

function Form({ onSubmit, button, children }: { onSubmit(): void; button: string; children: ReactNode }) {
  const submit = (event: FormEvent) => {
    event.preventDefault();
    onSubmit();
  };
  return (
    <form className="ag-form" onSubmit={submit}>
      {children}
      <button type="submit" className="pp-button">
        {button}
      </button>
    </form>
  );
}

function Select({ label, value, options, onChange }: { label: string; value: string; options: [string, string][]; onChange(value: string): void }) {
  return (
    <label className="ag-field">
      {label}
      <select value={value} onChange={({ target }) => onChange(target.value)}>
        {options.map(([id, words]) => (
          <option key={id} value={id}>
            {words}
          </option>
        ))}
      </select>
    </label>
  );
}

function Input({ label, value, onChange }: { label: string; value: string; onChange(value: string): void }) {
  return (
    <label className="ag-field">
      {label}
      <input value={value} maxLength={MOST_LETTERS} dir="auto" autoComplete="off" onChange={({ target }) => onChange(target.value)} />
    </label>
  );
}

function Where({ topic, close }: PartProps) {
  const store = useStore();
  const { slots, rooms } = useWall(({ data }) => data);
  const times = slots.filter(({ talks }) => talks);
  const place = placeOfTopic(store.wall, topic);
  const [slot, setSlot] = useState(topic.slot ?? times[0]?.id ?? "");
  const [room, setRoom] = useState(topic.room ?? rooms[0]?.id ?? "");
  const putAt = (where: string) => {
    close();
    store.put(where, topic.id);
  };
  const bringBack = () => {
    close();
    store.send({ do: "park", topic: topic.id, parked: false }, store.t("agenda.back", { title: topic.title }));
  };
  return (
    <>
      {times.length > 0 && rooms.length > 0 ? (
        <Form button={store.t("agenda.put_there")} onSubmit={() => putAt(placeOf(slot, room))}>
          <Select label={store.t("agenda.time")} value={slot} onChange={setSlot} options={times.map(({ id, begins, title }) => [id, title ? `${begins} ${title}` : begins])} />
          <Select label={store.t("agenda.room")} value={room} onChange={setRoom} options={rooms.map(({ id, name }) => [id, name])} />
        </Form>
      ) : null}
      <div className="pp-row">
        {place !== WAITING && place !== PARKED ? (
          <button type="button" className="pp-button" onClick={() => putAt(WAITING)}>
            {store.t("agenda.off_the_wall")}
          </button>
        ) : null}
        <button type="button" className="pp-button" onClick={() => (topic.parked ? bringBack() : putAt(PARKED))}>
          {store.t(topic.parked ? "agenda.bring_back" : "agenda.park")}
        </button>
      </div>
    </>
  );
}

function Merging({ topic }: { topic: Topic }) {
  const store = useStore();
  const topics = useWall((state) => state.topics);
  const others = topics.filter(({ id, merged_into }) => id !== topic.id && merged_into === null);
  const merged = topics.filter(({ merged_into }) => merged_into === topic.id);
  const [chosen, setInto] = useState("");
  const into = others.some(({ id }) => id === chosen) ? chosen : (others[0]?.id ?? "");
  return (
    <>
      {others.length > 0 ? (
        <Form button={store.t("agenda.merge")} onSubmit={() => store.merge(topic.id, into)}>
          <Select label={store.t("agenda.merge_with")} value={into} onChange={setInto} options={others.map(({ id, number, title }) => [id, `${number} ${title}`])} />
        </Form>
      ) : null}
      {merged.map(({ id, title }) => (
        <button key={id} type="button" className="pp-button" onClick={() => store.send({ do: "merge", topic: id }, store.t("agenda.unmerged", { title }))}>
          {store.t("agenda.unmerge", { title })}
        </button>
      ))}
    </>
  );
}

function Splitting({ topic, close }: PartProps) {
  const store = useStore();
  const [title, setTitle] = useState("");
  const split = () => {
    if (!title.trim()) return;
    const as = freshId();
    close();
    store.send({ do: "split", topic: topic.id, as, title: title.trim() }, store.t("agenda.was_split", { title: title.trim() }));
    store.set({ current: as });
  };
  return (
    <Form button={store.t("agenda.split")} onSubmit={split}>
      <Input label={store.t("agenda.split_as")} value={title} onChange={setTitle} />
    </Form>
  );
}

function Words({ topic, close }: PartProps) {
  const store = useStore();
  const [title, setTitle] = useState(topic.title);
  const [convenor, setConvenor] = useState(topic.convenor);
  const save = () => {
    if (!title.trim()) return;
    close();
    store.send({ do: "reword", topic: topic.id, title: title.trim(), convenor: convenor.trim() }, store.t("agenda.saved"));
  };
  return (
    <Form button={store.t("agenda.save")} onSubmit={save}>
      <Input label={store.t("agenda.title")} value={title} onChange={setTitle} />
      <Input label={store.t("agenda.convenor")} value={convenor} onChange={setConvenor} />
    </Form>
  );
}

function Interest({ topic }: { topic: Topic }) {
  const store = useStore();
  const [count, setCount] = useState("");
  const add = () => {
    const people = Number(count);
    if (Number.isInteger(people) && people > 0) store.count(topic.id, people);
    setCount("");
  };
  return (
    <>
      <Form button={store.t("agenda.add_count")} onSubmit={add}>
        <label className="ag-field">
          {store.t("agenda.how_many")}
          <input type="number" inputMode="numeric" min="1" max="100000" value={count} onChange={({ target }) => setCount(target.value)} />
        </label>
      </Form>
      <button type="button" className="pp-button" disabled={topic.interest === 0} onClick={() => store.uncount(topic.id)}>
        {store.t("agenda.uncount")}
      </button>
      <p role="status">{store.t("agenda.interest", { count: topic.interest })}</p>
    </>
  );
}
