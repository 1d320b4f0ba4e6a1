// The selected cards, and what can be done with them without dragging.
import { useBoardState, useController } from "./context.tsx";
import { Icon } from "./icons.tsx";
import { ALONE } from "./lists.ts";
import { assignmentsLeft, commonTheme, voicesOf } from "./moves.ts";

export function SelectionBar() {
  const controller = useController();
  const selection = useBoardState((state) => state.selection);
  const firstSide = useBoardState((state) => state.firstSide);
  if (selection.length === 0 && firstSide.length === 0) return null;
  const theme = commonTheme(selection);
  const texts = new Set(voicesOf(selection).map((voice) => controller.textOf(voice)));
  const [words = ""] = texts.size === 1 ? texts : [];
  return (
    <div className="tb-tray" role="group" aria-label={controller.t("hand.hand")}>
      {selection.length > 0 ? (
        <p className="tb-in-hand">
          <strong>{controller.t("hand.voices", { count: voicesOf(selection).length })}</strong>
          {words ? <span dir="auto">{words}</span> : null}
        </p>
      ) : null}
      {selection.length > 0 ? (
        <div className="tb-row">
          <button type="button" className="tb-button tb-main" onClick={() => controller.open({ kind: "choose", cards: selection })}>
            <Icon name="into" />
            {controller.t("card.into")}
          </button>
          {assignmentsLeft(selection).length > 0 ? <BarButton words={controller.t("hand.take_out")} onPress={() => controller.moveToPile()} /> : null}
          {theme ? <BarButton words={controller.t("hand.split")} onPress={() => controller.open({ kind: "split", theme, cards: selection })} /> : null}
          <BarButton words={controller.t("hand.alone")} onPress={() => controller.moveTo(ALONE)} />
          <DisagreeButton />
          <BarButton words={controller.t("hand.let_go")} onPress={() => controller.clearSelection()} />
        </div>
      ) : null}
      {firstSide.length > 0 ? <FirstSide /> : null}
    </div>
  );
}

function BarButton({ words, onPress }: { words: string; onPress(): void }) {
  return (
    <button type="button" className="tb-button" onClick={onPress}>
      {words}
    </button>
  );
}

/** A disagreement takes two selections: first one side, then the other. */
function DisagreeButton() {
  const controller = useController();
  const selection = useBoardState((state) => state.selection);
  const firstSide = useBoardState((state) => state.firstSide);
  const voices = voicesOf(selection);
  if (firstSide.length === 0) {
    const keepFirstSide = () => controller.store.set({ firstSide: voices, selection: [], announcement: controller.t("disagree.kept") });
    return <BarButton words={controller.t("hand.one_side")} onPress={keepFirstSide} />;
  }
  const open = () => controller.open({ kind: "disagree", one: firstSide, other: voices });
  return <BarButton words={controller.t("hand.other_side")} onPress={open} />;
}

function FirstSide() {
  const controller = useController();
  const firstSide = useBoardState((state) => state.firstSide);
  return (
    <div className="tb-row tb-one-side">
      <span>{controller.t("disagree.one_has", { count: firstSide.length })}</span>
      <BarButton words={controller.t("disagree.forget")} onPress={() => controller.store.set({ firstSide: [] })} />
    </div>
  );
}
