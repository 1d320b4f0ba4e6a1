// A list of cards, a page at a time: five thousand voices are quick, and each can be reached.
import { useState } from "react";
import { CardOnBoard } from "./card.tsx";
import { useDesk, usePart } from "./context.tsx";
import { PILE } from "./lists.ts";
import type { Card } from "./protocol.ts";

const FIRST = { pile: 60, theme: 8 };
const PAGE = 60;

interface Shown {
  list: string;
  cards: readonly Card[];
  /** What a screen reader calls it. */
  label: string;
  empty: string;
}

export function Cards({ list, cards, label, empty }: Shown) {
  const desk = useDesk();
  const [most, setMost] = useState(list === PILE ? FIRST.pile : FIRST.theme);
  const current = usePart((state) => state.current);
  const shown = cards.slice(0, most);
  const stop = current?.from === list && shown.some(({ id }) => id === current.voice) ? current.voice : shown[0]?.id;
  const left = cards.length - shown.length;
  return (
    <>
      {shown.length > 0 ? (
        <ul className="tb-cards" aria-label={label}>
          {shown.map((card) => (
            <CardOnBoard key={card.id} card={card} list={list} stop={card.id === stop} />
          ))}
        </ul>
      ) : (
        <p className="tb-empty">{empty}</p>
      )}
      {left > 0 ? (
        <button type="button" className="tb-button tb-more" onClick={() => setMost(most + PAGE)}>
          {desk.say("board.show_more", { count: Math.min(left, PAGE), left })}
        </button>
      ) : null}
    </>
  );
}
