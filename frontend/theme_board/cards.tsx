// Voices on the board: a list of cards, a page at a time, so that five thousand are quick; and one card.
import { memo, useId, useMemo, useState } from "react";
import { useDesk, usePart } from "./context.tsx";
import { PILE, themesOf } from "./lists.ts";
import type { Card } from "./protocol.ts";
import { useDraggable } from "@dnd-kit/core";
import { Icon } from "./icons.tsx";
import { isSame, type Held } from "./moves.ts";

const FIRST = { pile: 60, theme: 8 };
const PAGE = 60;

interface CardsProps {
  list: string;
  cards: readonly Card[];
  /** What a screen reader calls it. */
  label: string;
  empty: string;
}

export function Cards({ list, cards, label, empty }: CardsProps) {
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

interface CardProps {
  card: Card;
  list: string;
  /** The one card of its list that the Tab key stops at. */
  stop: boolean;
}

const CardOnBoard = memo(function CardOnBoard({ card, list, stop }: CardProps) {
  const inHand = usePart((state) => state.hand.some((one) => isSame(one, { voice: card.id, from: list })));
  const held = useMemo((): Held => ({ voice: card.id, from: list }), [card.id, list]);
  const { setNodeRef, listeners, isDragging } = useDraggable({ id: `${list} ${card.id}`, data: held });
  return (
    <li
      ref={setNodeRef}
      className={`tb-card ${inHand ? "tb-held" : ""} ${isDragging ? "tb-dragged" : ""}`}
      {...listeners}
    >
      <Inside card={card} held={held} inHand={inHand} stop={stop} />
    </li>
  );
});

interface InsideShown {
  card: Card;
  held: Held;
  inHand: boolean;
  stop: boolean;
}

// Apart, so that a card that is dragged past draws none of the others anew.
const Inside = memo(function Inside({ card, held, inHand, stop }: InsideShown) {
  const desk = useDesk();
  const about = useId();
  return (
    <>
      <button
        type="button"
        className="tb-grip"
        data-card={card.id}
        tabIndex={stop ? 0 : -1}
        aria-pressed={inHand}
        aria-describedby={`${about} tb-how`}
        dir="auto"
        onClick={() => desk.toggle(held)}
      >
        {card.text}
      </button>
      <div className="tb-foot">
        {/* A larger place to tap; keys have the words above. */}
        <About card={card} inHand={inHand} id={about} onTap={() => desk.toggle(held)} />
        <button
          type="button"
          className="tb-button tb-into"
          tabIndex={stop ? 0 : -1}
          aria-label={desk.say("card.into_of", { words: card.text })}
          onClick={() => desk.open({ kind: "choose", hand: [held] })}
        >
          <Icon name="into" />
          {desk.say("card.into")}
        </button>
      </div>
    </>
  );
});

interface AboutShown {
  card: Card;
  inHand?: boolean;
  id?: string;
  onTap?: () => void;
}

/** Who said it and where, and what else is to be known about a card. */
export function About({ card, inHand = false, id, onTap }: AboutShown) {
  const desk = useDesk();
  const themes = usePart((state) => state.themes);
  const count = themesOf(card, themes).length;
  return (
    <p className="tb-about" id={id} onClick={onTap}>
      <bdi>{card.about}</bdi>
      {count > 1 ? <span className="tb-mark">{desk.say("card.in", { count })}</span> : null}
      {card.alone ? <span className="tb-mark">{desk.say("card.alone")}</span> : null}
      {inHand ? <span className="tb-mark tb-mark-hand">✓ {desk.say("card.in_hand")}</span> : null}
    </p>
  );
}

export function Quoted({ voices }: { voices: readonly string[] }) {
  const cards = usePart((state) => state.cards);
  return (
    <ul className="pp-quotes">
      {voices.map((voice) => (
        <li key={voice} dir="auto">
          {cards.get(voice)?.text}
          <small>
            <bdi>{cards.get(voice)?.about}</bdi>
          </small>
        </li>
      ))}
    </ul>
  );
}
