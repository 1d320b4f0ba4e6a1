// One list on the board: the pile, a theme, or the voices that stand alone.
import { useDroppable } from "@dnd-kit/core";
import { memo, type ReactNode } from "react";
import { Cards } from "./cards.tsx";
import { useDesk, usePart, useSetting } from "./context.tsx";
import { Icon } from "./icons.tsx";
import { ALONE, bySide, PILE, type List } from "./lists.ts";
import type { Theme } from "./protocol.ts";

interface Shown {
  list: List;
  /** Which number puts a card here; 0: none. */
  number?: number;
}

export const Column = memo(function Column({ list, number = 0 }: Shown) {
  const desk = useDesk();
  const { setNodeRef, isOver } = useDroppable({ id: `list ${list.id}`, data: { list: list.id } });
  const name = desk.nameOf(list.id);
  const kind = list.theme ? "theme" : list.id;
  return (
    <section
      ref={setNodeRef}
      className={`tb-list tb-${kind} ${isOver ? "tb-over" : ""}`}
      data-list={list.id}
      aria-label={name}
    >
      <header className="tb-head">
        <h3 data-head={list.id} tabIndex={-1} dir="auto">
          {number > 0 && number < 10 ? (
            <kbd className="tb-number" aria-hidden="true">
              {number}
            </kbd>
          ) : null}
          {name}
        </h3>
        {list.theme ? <More theme={list.theme} /> : null}
        <Known list={list} />
      </header>
      <PutHere list={list.id} name={name} />
      <Inside list={list} name={name} />
    </section>
  );
});

function Known({ list }: { list: List }) {
  const desk = useDesk();
  if (list.theme) {
    return (
      <div className="tb-known">
        {list.theme.statement ? (
          <p className="tb-statement" dir="auto">
            {list.theme.statement}
          </p>
        ) : null}
        {list.theme.counts ? <p className="tb-counts">{list.theme.counts}</p> : null}
      </div>
    );
  }
  return (
    <p className="tb-counts">
      {list.cards.length < list.all
        ? desk.say("board.found_of", { found: list.cards.length, count: list.all })
        : desk.say("board.voices", { count: list.all })}
    </p>
  );
}

function More({ theme }: { theme: Theme }) {
  const desk = useDesk();
  return (
    <button
      type="button"
      className="tb-button tb-menu"
      aria-label={desk.say("theme.more", { name: theme.name })}
      aria-haspopup="dialog"
      onClick={() => desk.open({ kind: "theme", theme: theme.id })}
    >
      <Icon name="more" />
    </button>
  );
}

function PutHere({ list, name }: { list: string; name: string }) {
  const desk = useDesk();
  const inHand = usePart((state) => state.hand.length);
  if (inHand === 0) return null;
  return (
    <button
      type="button"
      className="tb-button tb-put"
      aria-label={desk.say("hand.put_into", { name, count: inHand })}
      onClick={() => desk.put(list)}
    >
      <Icon name="put" />
      {desk.say("hand.put_here")}
    </button>
  );
}

function Inside({ list, name }: { list: List; name: string }) {
  const desk = useDesk();
  const setting = useSetting();
  const sides = usePart((state) => state.sides);
  const sought = list.cards.length < list.all;
  const empty = sought ? desk.say("board.none_found") : desk.say(EMPTY[list.id] ?? "theme.empty");
  if (!list.theme || !sides) return <Cards list={list.id} cards={list.cards} label={name} empty={empty} />;
  return (
    <div className="tb-sides">
      {bySide(list.cards, setting).map(([id, words, cards]) => (
        <Side key={id} words={words} counts={list.theme?.side_counts[id] ?? ""}>
          <Cards list={list.id} cards={cards} label={`${name}: ${words}`} empty={desk.say("theme.nobody")} />
        </Side>
      ))}
    </div>
  );
}

const EMPTY: Readonly<Record<string, string>> = { [PILE]: "board.pile_empty", [ALONE]: "board.alone_empty" };

function Side({ words, counts, children }: { words: string; counts: string; children: ReactNode }) {
  return (
    <div className="tb-side">
      <h4>{words}</h4>
      {counts ? <p className="tb-counts">{counts}</p> : null}
      {children}
    </div>
  );
}
