// The outline: everything on the wall stage by stage, for keyboards and screen readers.
import { useCallback, useMemo, useState } from "react";
import { AddCommitment, AddVoice } from "./add_forms.tsx";
import { usePanel, useSetting, useWallState } from "./context.tsx";
import { Dialog, hasRoomBeside } from "./dialog.tsx";
import { OutlineList } from "./outline_list.tsx";
import { chapters, itemsInOrder, type Chapter } from "./outline_order.ts";
import { spokenText, useSpeech, type Speech } from "./speech.ts";
import { UndoDelete, useDeletion } from "./undo_delete.tsx";

/** The stages that are unfolded, kept as long as the page. */
let openStages: ReadonlySet<string> | null = null;

export function Outline() {
  const { wall } = usePanel();
  const { items, stage: currentStage } = useWallState();
  const { stages, people, parked, cloth } = useSetting();
  const [modeless] = useState(hasRoomBeside);
  const [open, setOpen] = useState<ReadonlySet<string>>(() => openStages ?? new Set(initiallyOpen(currentStage, stages)));
  const deletion = useDeletion();
  const speech = useSpeech();
  const allChapters = useMemo(() => chapters(stages, items.values()), [stages, items]);
  const toggle = useCallback((stage: string) => {
    setOpen((previous) => {
      const next = new Set(previous);
      if (!next.delete(stage)) next.add(stage);
      openStages = next;
      return next;
    });
  }, []);
  const unnamed = wall.t("outline.no_words");
  const readAll = (chosen: readonly Chapter[]) =>
    speech.read(chosen.flatMap((chapter) => [chapter.stage.title, ...itemsInOrder(chapter).map((item) => spokenText(item, people, unnamed))]));
  return (
    <Dialog title={wall.t("outline.title")} onClose={() => wall.open(null)} modeless={modeless} className="pp-outline">
      <SpeechButtons speech={speech} onAll={() => readAll(allChapters)} />
      {allChapters.map((chapter) => (
        <section key={chapter.stage.id} className="pp-chapter" style={{ borderInlineStartColor: chapter.stage.ink }}>
          <ChapterHeading chapter={chapter} open={open.has(chapter.stage.id)} onToggle={toggle} />
          {open.has(chapter.stage.id) ? (
            <div className="pp-inside" id={`pp-stage-${chapter.stage.id}`}>
              <p className="pp-question" dir="auto">
                {chapter.stage.question}
              </p>
              {speech.voice && chapter.count > 0 ? (
                <button type="button" className="pp-button" onClick={() => readAll([chapter])}>
                  {wall.t("outline.read_stage")}
                </button>
              ) : null}
              <OutlineList chapter={chapter} speech={speech} onDelete={deletion.remove} />
              <UndoDelete deletion={deletion} stage={chapter.stage.id} />
              <AddCommitment stage={chapter.stage} />
              {cloth && cloth.open !== chapter.stage.id ? null : <AddVoice stage={chapter.stage} />}
            </div>
          ) : null}
        </section>
      ))}
      {parked.length > 0 ? (
        <section className="pp-chapter">
          <h3>{wall.t("outline.parked")}</h3>
          <ul className="pp-parked">
            {parked.map(({ id, text, about }) => (
              <li key={id} dir="auto">
                {text} <span className="pp-hint">{about}</span>
              </li>
            ))}
          </ul>
        </section>
      ) : null}
    </Dialog>
  );
}

function ChapterHeading({ chapter, open, onToggle }: { chapter: Chapter; open: boolean; onToggle(stage: string): void }) {
  const { wall } = usePanel();
  const { stage, count } = chapter;
  return (
    <h3>
      <button
        type="button"
        className="pp-fold"
        aria-expanded={open}
        aria-controls={open ? `pp-stage-${stage.id}` : undefined}
        onClick={() => onToggle(stage.id)}
      >
        <span dir="auto">{stage.title}</span>
        <span className="pp-count">{wall.t("outline.count", { count: String(count) })}</span>
      </button>
    </h3>
  );
}

function SpeechButtons({ speech, onAll }: { speech: Speech; onAll(): void }) {
  const { wall } = usePanel();
  if (!speech.voice) return null;
  return (
    <div className="pp-row">
      <button type="button" className="pp-button" onClick={onAll}>
        {wall.t("outline.read_all")}
      </button>
      <button type="button" className="pp-button" aria-disabled={!speech.reading} onClick={speech.stop}>
        {wall.t("outline.stop")}
      </button>
    </div>
  );
}

function initiallyOpen(currentStage: string | null, stages: readonly { id: string }[]): string[] {
  const stage = currentStage ?? stages[0]?.id;
  return stage === undefined ? [] : [stage];
}
