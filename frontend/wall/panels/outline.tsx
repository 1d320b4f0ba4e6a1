// The outline beside the wall: stage by stage, all that stands there, for keyboard and screen reader.
import { useCallback, useMemo, useState } from "react";
import { AddPromise, AddVoice } from "./add_forms.tsx";
import { useRoom, useSetting, useWallState } from "./context.tsx";
import { Dialog, fitsBeside } from "./dialog.tsx";
import { OutlineList } from "./outline_list.tsx";
import { chapters, inTurn, type Chapter } from "./outline_order.ts";
import { readAs, useReader, type Reader } from "./speech.ts";
import { TakenOut, useTakingOut } from "./undo_delete.tsx";

/** The stages that are open, kept while the page stands. */
let openStages: ReadonlySet<string> | null = null;

export function Outline() {
  const { wall } = useRoom();
  const { items, stage: here } = useWallState();
  const { stages, people } = useSetting();
  const [beside] = useState(fitsBeside);
  const [open, setOpen] = useState<ReadonlySet<string>>(() => openStages ?? new Set(firstOpen(here, stages)));
  const taking = useTakingOut();
  const reader = useReader();
  const all = useMemo(() => chapters(stages, items.values()), [stages, items]);
  const toggle = useCallback((stage: string) => {
    setOpen((before) => {
      const after = new Set(before);
      if (!after.delete(stage)) after.add(stage);
      openStages = after;
      return after;
    });
  }, []);
  const nameless = wall.t("outline.no_words");
  const readAll = (some: readonly Chapter[]) =>
    reader.read(some.flatMap((one) => [one.stage.title, ...inTurn(one).map((item) => readAs(item, people, nameless))]));
  return (
    <Dialog title={wall.t("outline.title")} onClose={() => wall.open(null)} beside={beside} className="pp-outline">
      <Reading reader={reader} onAll={() => readAll(all)} />
      {all.map((chapter) => (
        <section key={chapter.stage.id} className="pp-chapter" style={{ borderInlineStartColor: chapter.stage.ink }}>
          <Heading chapter={chapter} open={open.has(chapter.stage.id)} onToggle={toggle} />
          {open.has(chapter.stage.id) ? (
            <div className="pp-inside" id={`pp-stage-${chapter.stage.id}`}>
              <p className="pp-question" dir="auto">
                {chapter.stage.question}
              </p>
              {reader.voice && chapter.count > 0 ? (
                <button type="button" className="pp-button" onClick={() => readAll([chapter])}>
                  {wall.t("outline.read_stage")}
                </button>
              ) : null}
              <OutlineList chapter={chapter} reader={reader} onTakeOut={taking.takeOut} />
              <TakenOut taking={taking} stage={chapter.stage.id} />
              <AddPromise stage={chapter.stage} />
              <AddVoice stage={chapter.stage} />
            </div>
          ) : null}
        </section>
      ))}
    </Dialog>
  );
}

function Heading({ chapter, open, onToggle }: { chapter: Chapter; open: boolean; onToggle(stage: string): void }) {
  const { wall } = useRoom();
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

function Reading({ reader, onAll }: { reader: Reader; onAll(): void }) {
  const { wall } = useRoom();
  if (!reader.voice) return null;
  return (
    <div className="pp-row">
      <button type="button" className="pp-button" onClick={onAll}>
        {wall.t("outline.read_all")}
      </button>
      <button type="button" className="pp-button" aria-disabled={!reader.reading} onClick={reader.stop}>
        {wall.t("outline.stop")}
      </button>
    </div>
  );
}

function firstOpen(here: string | null, stages: readonly { id: string }[]): string[] {
  const stage = here ?? stages[0]?.id;
  return stage === undefined ? [] : [stage];
}
