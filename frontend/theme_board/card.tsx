// One voice on the board: its words, who said it and where, and in how many themes it is.
import { useDraggable } from "@dnd-kit/core";
import { memo, useId, useMemo } from "react";
import { useDesk, usePart } from "./context.tsx";
import { Icon } from "./icons.tsx";
import { themesOf } from "./lists.ts";
import { isSame, type Held } from "./moves.ts";
import type { Card } from "./protocol.ts";

interface Shown {
  card: Card;
  list: string;
  /** The one card of its list that the Tab key stops at. */
  stop: boolean;
}

export const CardOnBoard = memo(function CardOnBoard({ card, list, stop }: Shown) {
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
