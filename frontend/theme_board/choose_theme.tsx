// Moves cards without dragging: every theme is a button, and suggestions can be asked for.
import { useEffect, useState } from "react";
import { QuoteList } from "./cards.tsx";
import { Dialog, useBoardState, useController } from "./context.tsx";
import { NEW_LIST } from "./controller.ts";
import { ALONE } from "./lists.ts";
import { isThemeList, voicesOf, type CardRef } from "./moves.ts";
import { sortedByOrder } from "./optimistic_state.ts";
import { VoiceSuggestions } from "./suggestions.tsx";

export function ChooseTheme({ cards }: { cards: readonly CardRef[] }) {
  const controller = useController();
  const themes = useBoardState((state) => state.themes);
  const [asCopy, setAsCopy] = useState(false);
  useEffect(() => () => controller.store.requestSuggestions(null), [controller]);
  const voices = voicesOf(cards);
  const [firstVoice = ""] = voices;
  // Of voices that say the same one is shown, and asked for.
  const isOne = voices.every((voice) => controller.textOf(voice) === controller.textOf(firstVoice));
  const onlyVoice = isOne ? firstVoice : undefined;
  const fromTheme = cards.some(({ from }) => isThemeList(from));
  const moveTo = (list: string) => controller.moveTo(list, cards, asCopy);
  return (
    <Dialog title={controller.t("card.into")} className="tb-choose">
      {isOne ? <QuoteList voices={[firstVoice]} times={[voices.length]} /> : <QuoteList voices={voices} />}
      {fromTheme ? (
        <label className="pp-tick">
          <input type="checkbox" checked={asCopy} onChange={(event) => setAsCopy(event.target.checked)} />
          <span>{controller.t("card.also")}</span>
        </label>
      ) : null}
      <ul className="tb-goals" aria-label={controller.t("board.themes")}>
        {sortedByOrder(themes.values()).map((theme, index) => (
          <li key={theme.id}>
            <ThemeOption voice={onlyVoice} theme={theme.id} number={index + 1} name={theme.name} onChoose={() => moveTo(theme.id)} />
          </li>
        ))}
      </ul>
      <div className="pp-row">
        <button type="button" className="pp-button" onClick={() => controller.moveTo(NEW_LIST, cards)}>
          {controller.t("board.new_theme")}
        </button>
        <button type="button" className="pp-button" onClick={() => moveTo(ALONE)}>
          {controller.t("hand.alone")}
        </button>
        {cards.some(({ from }) => isThemeList(from) || from === ALONE) ? (
          <button type="button" className="pp-button" onClick={() => controller.moveToPile(cards)}>
            {controller.t("hand.take_out")}
          </button>
        ) : null}
      </div>
      {onlyVoice ? <VoiceSuggestions voice={onlyVoice} onAccept={moveTo} /> : null}
    </Dialog>
  );
}

interface ThemeOptionProps {
  voice: string | undefined;
  theme: string;
  number: number;
  name: string;
  onChoose(): void;
}

function ThemeOption({ voice, theme, number, name, onChoose }: ThemeOptionProps) {
  const controller = useController();
  const isThere = useBoardState((state) => state.cards.get(voice ?? "")?.places.some(([assigned]) => assigned === theme) ?? false);
  return (
    <button type="button" className="tb-goal" disabled={isThere} onClick={onChoose}>
      <span className="tb-number" aria-hidden="true">
        {number}
      </span>
      <bdi>{name}</bdi>
      {isThere ? <small>{controller.t("card.there")}</small> : null}
    </button>
  );
}
