// What is in the hand, and all that can be done with it without dragging.
import { useDesk, usePart } from "./context.tsx";
import { Icon } from "./icons.tsx";
import { ALONE } from "./lists.ts";
import { left, splittable, voicesOf } from "./moves.ts";

export function Tray() {
  const desk = useDesk();
  const hand = usePart((state) => state.hand);
  const oneSide = usePart((state) => state.oneSide);
  if (hand.length === 0 && oneSide.length === 0) return null;
  const theme = splittable(hand);
  const words = hand.length === 1 ? desk.wordsOf(hand[0]?.voice ?? "") : "";
  return (
    <div className="tb-tray" role="group" aria-label={desk.say("hand.hand")}>
      {hand.length > 0 ? (
        <p className="tb-in-hand">
          <strong>{desk.say("hand.voices", { count: voicesOf(hand).length })}</strong>
          {words ? <span dir="auto">{words}</span> : null}
        </p>
      ) : null}
      {hand.length > 0 ? (
        <div className="tb-row">
          <button type="button" className="tb-button tb-main" onClick={() => desk.open({ kind: "choose", hand })}>
            <Icon name="into" />
            {desk.say("card.into")}
          </button>
          {left(hand).length > 0 ? <Do words={desk.say("hand.take_out")} act={() => desk.takeOut()} /> : null}
          {theme ? <Do words={desk.say("hand.split")} act={() => desk.open({ kind: "split", theme, hand })} /> : null}
          <Do words={desk.say("hand.alone")} act={() => desk.put(ALONE)} />
          <Disagree />
          <Do words={desk.say("hand.let_go")} act={() => desk.letGo()} />
        </div>
      ) : null}
      {oneSide.length > 0 ? <OneSide /> : null}
    </div>
  );
}

function Do({ words, act }: { words: string; act(): void }) {
  return (
    <button type="button" className="tb-button" onClick={act}>
      {words}
    </button>
  );
}

/** First one side is chosen, then the other: the two selections of a disagreement. */
function Disagree() {
  const desk = useDesk();
  const hand = usePart((state) => state.hand);
  const oneSide = usePart((state) => state.oneSide);
  const voices = voicesOf(hand);
  if (oneSide.length === 0) {
    const keep = () => desk.store.set({ oneSide: voices, hand: [], told: desk.say("disagree.kept") });
    return <Do words={desk.say("hand.one_side")} act={keep} />;
  }
  const open = () => desk.open({ kind: "disagree", one: oneSide, other: voices });
  return <Do words={desk.say("hand.other_side")} act={open} />;
}

function OneSide() {
  const desk = useDesk();
  const oneSide = usePart((state) => state.oneSide);
  return (
    <div className="tb-row tb-one-side">
      <span>{desk.say("disagree.one_has", { count: oneSide.length })}</span>
      <Do words={desk.say("disagree.forget")} act={() => desk.store.set({ oneSide: [] })} />
    </div>
  );
}
