// Cards of voices: lists of them, a page at a time so that five thousand are quick, and quotes in dialogs.
import { useDraggable } from "@dnd-kit/core";
import { memo, useId, useMemo, useState } from "react";
import { useBoardState, useController } from "./context.tsx";
import { Icon } from "./icons.tsx";
import { PILE, themesOf } from "./lists.ts";
import { isSameCard, type CardRef } from "./moves.ts";
import type { Card } from "./protocol.ts";

const INITIAL_COUNT = { pile: 60, theme: 8 };
const PAGE_SIZE = 60;

interface CardListProps {
  list: string;
  cards: readonly Card[];
  /** The voices of the cards that stand for several. */
  same: ReadonlyMap<string, readonly string[]>;
  /** The name of the list for screen readers. */
  label: string;
  empty: string;
}

/** The cards of a list, with a button for the next page. */
export function CardList({ list, cards, same, label, empty }: CardListProps) {
  const controller = useController();
  const [limit, setLimit] = useState(list === PILE ? INITIAL_COUNT.pile : INITIAL_COUNT.theme);
  const current = useBoardState((state) => state.current);
  const visible = cards.slice(0, limit);
  const tabStop = current?.from === list && visible.some(({ id }) => id === current.voice) ? current.voice : visible[0]?.id;
  const remaining = cards.length - visible.length;
  return (
    <>
      {visible.length > 0 ? (
        <ul className="tb-cards" aria-label={label}>
          {visible.map((card) => (
            <CardItem key={card.id} card={card} times={same.get(card.id)?.length ?? 1} list={list} isTabStop={card.id === tabStop} />
          ))}
        </ul>
      ) : (
        <p className="tb-empty">{empty}</p>
      )}
      {remaining > 0 ? (
        <button type="button" className="tb-button tb-more" onClick={() => setLimit(limit + PAGE_SIZE)}>
          {controller.t("board.show_more", { count: Math.min(remaining, PAGE_SIZE), left: remaining })}
        </button>
      ) : null}
    </>
  );
}

interface CardProps {
  card: Card;
  /** How many voices it stands for. */
  times: number;
  list: string;
  /** Whether it is the one card of its list that Tab stops at. */
  isTabStop: boolean;
}

const CardItem = memo(function CardItem({ card, times, list, isTabStop }: CardProps) {
  const isSelected = useBoardState((state) => state.selection.some((selected) => isSameCard(selected, { voice: card.id, from: list })));
  const ref = useMemo((): CardRef => ({ voice: card.id, from: list }), [card.id, list]);
  const { setNodeRef, listeners, isDragging } = useDraggable({ id: `${list} ${card.id}`, data: ref });
  return (
    <li
      ref={setNodeRef}
      className={`tb-card ${isSelected ? "tb-held" : ""} ${isDragging ? "tb-dragged" : ""}`}
      {...listeners}
    >
      <CardContent card={card} times={times} cardRef={ref} isSelected={isSelected} isTabStop={isTabStop} />
    </li>
  );
});

interface CardContentProps {
  card: Card;
  times: number;
  cardRef: CardRef;
  isSelected: boolean;
  isTabStop: boolean;
}

// A component of its own, so that a card that is dragged past does not render the others again.
const CardContent = memo(function CardContent({ card, times, cardRef, isSelected, isTabStop }: CardContentProps) {
  const controller = useController();
  const detailsId = useId();
  return (
    <>
      <button
        type="button"
        className="tb-grip"
        data-card={card.id}
        tabIndex={isTabStop ? 0 : -1}
        aria-pressed={isSelected}
        aria-describedby={`${detailsId} tb-how`}
        dir="auto"
        onClick={() => controller.toggleSelected(cardRef)}
      >
        {card.text}
      </button>
      <div className="tb-foot">
        {/* A larger area to tap; the keyboard has the button above. */}
        <CardDetails card={card} times={times} isSelected={isSelected} id={detailsId} onTap={() => controller.toggleSelected(cardRef)} />
        <button
          type="button"
          className="tb-button tb-into"
          tabIndex={isTabStop ? 0 : -1}
          aria-label={controller.t("card.into_of", { words: card.text })}
          onClick={() => controller.open({ kind: "choose", cards: controller.cardsOf(cardRef) })}
        >
          <Icon name="into" />
          {controller.t("card.into")}
        </button>
      </div>
    </>
  );
});

interface CardDetailsProps {
  card: Card;
  times?: number;
  isSelected?: boolean;
  id?: string;
  onTap?: () => void;
}

/** Who said it and where, and the marks of a card. */
export function CardDetails({ card, times = 1, isSelected = false, id, onTap }: CardDetailsProps) {
  const controller = useController();
  const themes = useBoardState((state) => state.themes);
  const count = themesOf(card, themes).length;
  return (
    <p className="tb-about" id={id} onClick={onTap}>
      <bdi>{card.about}</bdi>
      {times > 1 ? <strong className="tb-mark">{controller.t("offer.times", { count: times })}</strong> : null}
      {count > 1 ? <span className="tb-mark">{controller.t("card.in", { count })}</span> : null}
      {card.alone ? <span className="tb-mark">{controller.t("card.alone")}</span> : null}
      {isSelected ? <span className="tb-mark tb-mark-hand">✓ {controller.t("card.in_hand")}</span> : null}
    </p>
  );
}

/** Voices in a dialog: their words, how many said the same, and who said them where. */
export function QuoteList({ voices, times = [] }: { voices: readonly string[]; times?: readonly number[] }) {
  const controller = useController();
  const cards = useBoardState((state) => state.cards);
  return (
    <ul className="pp-quotes">
      {voices.map((voice, index) => (
        <li key={voice} dir="auto">
          {cards.get(voice)?.text}
          {(times[index] ?? 1) > 1 ? <strong className="tb-offer-times"> {controller.t("offer.times", { count: times[index] ?? 1 })}</strong> : null}
          <small>
            <bdi>{cards.get(voice)?.about}</bdi>
          </small>
        </li>
      ))}
    </ul>
  );
}
