// Small groups to start from: each may become a theme once people have named it.
import { useEffect, useState } from "react";
import { Dialog, useDesk, usePart } from "./context.tsx";
import { PILE } from "./lists.ts";
import { NameField } from "./name_form.tsx";
import { Quoted } from "./quote.tsx";

export function Seeds() {
  const desk = useDesk();
  const answer = usePart((state) => state.answer);
  const busy = usePart((state) => state.busy);
  const cards = usePart((state) => state.cards);
  const [away, setAway] = useState<ReadonlySet<string>>(new Set());
  useEffect(() => {
    desk.store.ask({ about: "pile" });
    return () => desk.store.ask(null);
  }, [desk]);
  const seeds = (answer?.seeds ?? [])
    .filter(({ id }) => !away.has(id))
    .map((seed) => ({ ...seed, voices: seed.voices.filter((voice) => cards.get(voice)?.places.length === 0) }))
    .filter(({ voices }) => voices.length > 1);
  return (
    <Dialog title={desk.say("board.seeds")} className="pp-wide">
      <p className={answer?.note ? "pp-notice" : "pp-hint"}>{answer?.note || desk.say("suggest.seeds_how")}</p>
      <p role="status">
        {answer === null ? `${desk.say("suggest.waits")} ${busy}` : seeds.length === 0 ? desk.say("suggest.no_seeds") : ""}
      </p>
      <div className="tb-seeds">
        {seeds.map(({ id, voices, because }) => (
          <section key={id} className="tb-seed">
            <p className="pp-hint" dir="auto">
              {because}
            </p>
            <Quoted voices={voices} />
            <NameField
              first={false}
              act={desk.say("suggest.make")}
              onName={(name) => {
                desk.make(name, voices.map((voice) => ({ voice, from: PILE })));
                desk.store.set({ open: { kind: "seeds" } });
              }}
            >
              <button type="button" className="pp-button" onClick={() => setAway(new Set([...away, id]))}>
                {desk.say("suggest.dismiss")}
              </button>
            </NameField>
          </section>
        ))}
      </div>
    </Dialog>
  );
}
