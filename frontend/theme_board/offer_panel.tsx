// Voices that may belong in a theme: ranked, ticked in bulk by mouse or keyboard, each with its reason.
import type { KeyboardEvent } from "react";
import { Dialog, useBoardState, useController, useSetting } from "./context.tsx";
import { PILE, type Filter } from "./lists.ts";
import { Lines } from "./offer_lines.tsx";
import { useOffers, type Offers } from "./offer_state.ts";
import { countPeople } from "./offers.ts";
import type { Theme } from "./protocol.ts";
import { Waiting } from "./suggestions.tsx";

const PLANNING_FOR_THEMSELVES = "lived experience";

export function OfferPanel({ theme }: { theme: Theme }) {
  const controller = useController();
  const offers = useOffers(theme.id);
  const unassigned = useBoardState((state) => state.lists.find(({ id }) => id === PILE)?.total ?? 0);
  return (
    <Dialog title={controller.t("offer.title")} className="pp-wide tb-offers">
      <div className="tb-offer-all" onKeyDown={onUndoKey(offers.undo)}>
        <div className="tb-offer-panes">
          <AboutTheme theme={theme} />
          <section className="tb-offer-list" aria-label={controller.t("offer.title")}>
            <div className="pp-row tb-offer-head">
              <GroupFilter filter={offers.filter} onChange={offers.setFilter} />
              <label className="tb-offer-search">
                <span className="pp-readers">{controller.t("offer.search")}</span>
                <input
                  type="search"
                  autoComplete="off"
                  dir="auto"
                  placeholder={controller.t("offer.search")}
                  value={offers.filter.words}
                  onChange={(event) => offers.setFilter({ ...offers.filter, words: event.target.value })}
                />
              </label>
              <p className="pp-hint" role="status">
                {controller.t("offer.loose", { count: unassigned })} · {controller.t("offer.offered", { count: offers.lines.length })}
              </p>
            </div>
            {offers.isWaiting ? <Waiting /> : null}
            {offers.isWaiting && offers.lines.length === 0 ? null : <Lines theme={theme} offers={offers} unassigned={unassigned} />}
          </section>
        </div>
        <Foot theme={theme} offers={offers} />
      </div>
    </Dialog>
  );
}

/** Ctrl+Z takes the last lot back, but not in the search field, where it takes letters back. */
function onUndoKey(undo: () => void): (event: KeyboardEvent) => void {
  return (event) => {
    const isField = event.target instanceof HTMLInputElement && event.target.type === "search";
    if (event.key.toLowerCase() !== "z" || !(event.ctrlKey || event.metaKey) || event.shiftKey || isField) return;
    event.preventDefault();
    undo();
  };
}

function AboutTheme({ theme }: { theme: Theme }) {
  const controller = useController();
  const middle = useBoardState((state) => state.suggestions?.middle);
  const quotes = (middle ?? []).map((voice) => controller.textOf(voice)).filter(Boolean);
  return (
    <aside className="tb-offer-about">
      <div className="tb-offer-theme">
        <h3 dir="auto">{theme.name}</h3>
        {theme.statement ? (
          <p className="tb-statement" dir="auto">
            {theme.statement}
          </p>
        ) : null}
        {theme.counts ? <p>{theme.counts}</p> : null}
        {quotes.length > 0 ? (
          <div className="pp-hint">
            <p>{controller.t("offer.middle")}</p>
            <ul>
              {quotes.map((words) => (
                <li key={words} dir="auto">
                  “{words}”
                </li>
              ))}
            </ul>
          </div>
        ) : null}
        <button type="button" className="pp-button" onClick={() => controller.open(null)}>
          {controller.t("offer.back")}
        </button>
      </div>
      <dl className="tb-offer-keys" aria-hidden="true">
        {KEYS.map(([keys, label]) => (
          <div key={label}>
            <dt>
              {keys.map((key) => (
                <kbd key={key}>{key}</kbd>
              ))}
            </dt>
            <dd>{controller.t(label)}</dd>
          </div>
        ))}
      </dl>
      <p className="pp-readers" id="tb-offer-how">
        {controller.t("offer.how")}
      </p>
    </aside>
  );
}

const KEYS: readonly [keys: readonly string[], label: string][] = [
  [["↑", "↓"], "offer.key_go"],
  [["Space"], "offer.key_tick"],
  [["A"], "offer.key_all"],
  [["M"], "offer.key_more"],
  [["X"], "offer.key_not"],
  [["Enter"], "offer.key_add"],
];

function GroupFilter({ filter, onChange }: { filter: Filter; onChange(filter: Filter): void }) {
  const controller = useController();
  const setting = useSetting();
  const standing = setting.standings.find(({ id }) => id === PLANNING_FOR_THEMSELVES);
  if (!standing || setting.standings.length < 2) return null;
  return (
    <>
      <button type="button" className="pp-choice" aria-pressed={filter.standing === ""} onClick={() => onChange({ ...filter, standing: "" })}>
        {controller.t("offer.all_groups")}
      </button>
      <button type="button" className="pp-choice" aria-pressed={filter.standing !== ""} onClick={() => onChange({ ...filter, standing: standing.id })}>
        {standing.words}
      </button>
    </>
  );
}

function Foot({ theme, offers }: { theme: Theme; offers: Offers }) {
  const controller = useController();
  const { chosen } = offers;
  const people = controller.t("offer.people", { count: countPeople(chosen) });
  return (
    <div className="pp-row tb-offer-foot">
      <button type="button" className="pp-button pp-main" disabled={chosen.length === 0} onClick={offers.add}>
        {chosen.length === 0 ? controller.t("offer.tick_first") : controller.t("offer.add", { count: chosen.length, name: theme.name, people })}
      </button>
      <button type="button" className="pp-button" disabled={chosen.length === 0} onClick={() => offers.ask(chosen.flatMap(({ voices }) => voices))}>
        {controller.t("offer.more_like_ticked")}
      </button>
      <button type="button" className="pp-button" onClick={offers.undo}>
        {controller.t("board.undo")}
      </button>
      <p className="pp-hint">{controller.t("suggest.yours")}</p>
    </div>
  );
}
