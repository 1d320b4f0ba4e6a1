// Where a card goes, without dragging: every theme is a button; the machine may be asked for ideas.
import { useEffect, useState } from "react";
import { Quoted } from "./cards.tsx";
import { Dialog, useDesk, usePart } from "./context.tsx";
import { NEW } from "./controller.ts";
import { ALONE } from "./lists.ts";
import { isTheme, voicesOf, type Held } from "./moves.ts";
import { inOrder } from "./optimistic_state.ts";
import { Suggested } from "./suggestions.tsx";

export function Choose({ hand }: { hand: readonly Held[] }) {
  const desk = useDesk();
  const themes = usePart((state) => state.themes);
  const [also, setAlso] = useState(false);
  useEffect(() => () => desk.store.ask(null), [desk]);
  const voices = voicesOf(hand);
  const [only] = voices.length === 1 ? voices : [];
  const fromTheme = hand.some(({ from }) => isTheme(from));
  const into = (list: string) => desk.put(list, hand, also);
  return (
    <Dialog title={desk.say("card.into")} className="tb-choose">
      <Quoted voices={voices} />
      {fromTheme ? (
        <label className="pp-tick">
          <input type="checkbox" checked={also} onChange={(event) => setAlso(event.target.checked)} />
          <span>{desk.say("card.also")}</span>
        </label>
      ) : null}
      <ul className="tb-goals" aria-label={desk.say("board.themes")}>
        {inOrder(themes.values()).map((theme, at) => (
          <li key={theme.id}>
            <Goal voice={only} theme={theme.id} number={at + 1} name={theme.name} onChoose={() => into(theme.id)} />
          </li>
        ))}
      </ul>
      <div className="pp-row">
        <button type="button" className="pp-button" onClick={() => desk.put(NEW, hand)}>
          {desk.say("board.new_theme")}
        </button>
        <button type="button" className="pp-button" onClick={() => into(ALONE)}>
          {desk.say("hand.alone")}
        </button>
        {hand.some(({ from }) => isTheme(from) || from === ALONE) ? (
          <button type="button" className="pp-button" onClick={() => desk.takeOut(hand)}>
            {desk.say("hand.take_out")}
          </button>
        ) : null}
      </div>
      {only ? <Suggested voice={only} onAccept={into} /> : null}
    </Dialog>
  );
}

interface GoalShown {
  voice: string | undefined;
  theme: string;
  number: number;
  name: string;
  onChoose(): void;
}

function Goal({ voice, theme, number, name, onChoose }: GoalShown) {
  const desk = useDesk();
  const there = usePart((state) => state.cards.get(voice ?? "")?.places.some(([one]) => one === theme) ?? false);
  return (
    <button type="button" className="tb-goal" disabled={there} onClick={onChoose}>
      <span className="tb-number" aria-hidden="true">
        {number}
      </span>
      <bdi>{name}</bdi>
      {there ? <small>{desk.say("card.there")}</small> : null}
    </button>
  );
}
