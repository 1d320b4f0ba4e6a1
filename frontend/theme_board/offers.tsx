// Voices that may belong in a theme: ranked, ticked in bulk by mouse or keyboard, each with its reason.
import { useEffect, useMemo, useRef, useState, type KeyboardEvent as KeyPress } from "react";
import { Dialog, useBoardState, useController, useSetting } from "./context.tsx";
import { NO_FILTER, PILE, type Filter } from "./lists.ts";
import { countPeople, shownLines, toggled, withSure, type Line } from "./offers.ts";
import type { OfferedLine, Theme } from "./protocol.ts";
import { Waiting } from "./suggestions.tsx";

const PAGE_SIZE = 50;
const PLANNING_FOR_THEMSELVES = "lived experience";
const NO_LINES: readonly OfferedLine[] = [];

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
function onUndoKey(undo: () => void): (event: KeyPress) => void {
  return (event) => {
    const isField = event.target instanceof HTMLInputElement && event.target.type === "search";
    if (event.key.toLowerCase() !== "z" || !(event.ctrlKey || event.metaKey) || event.shiftKey || isField) return;
    event.preventDefault();
    undo();
  };
}

interface Offers {
  lines: readonly Line[];
  ticked: ReadonlySet<string>;
  filter: Filter;
  isWaiting: boolean;
  setTicked(ticked: ReadonlySet<string>): void;
  setFilter(filter: Filter): void;
  /** Asks again: what is like these voices, or if there are none what may belong in the theme. */
  ask(like?: readonly string[]): void;
  refuse(line: Line): void;
  add(): void;
  undo(): void;
}

/** What is offered for a theme, and what people do with it. */
function useOffers(theme: string): Offers {
  const controller = useController();
  const cards = useBoardState((state) => state.cards);
  const suggestions = useBoardState((state) => state.suggestions);
  const [filter, setFilter] = useState(NO_FILTER);
  const [ticked, setTicked] = useState<ReadonlySet<string>>(new Set());
  const [refused, setRefused] = useState<ReadonlySet<string>>(new Set());
  // While the next answer is worked out, the last one stays.
  const last = useRef(NO_LINES);
  if (suggestions) last.current = suggestions.offers;
  const offered = last.current;
  const all = useMemo(() => shownLines(offered, cards, refused, NO_FILTER), [offered, cards, refused]);
  const lines = useMemo(() => shownLines(offered, cards, refused, filter), [offered, cards, refused, filter]);
  const ask = (like: readonly string[] = []) => controller.store.requestSuggestions({ about: "theme", theme, like: [...like] });
  useEffect(() => {
    ask();
    return () => controller.store.requestSuggestions(null);
    // The panel asks once when it opens; later it asks because of what people do.
  }, [controller, theme]);
  useEffect(() => {
    // What is sure is ticked as soon as the answer is here; what people ticked stays ticked.
    if (suggestions) setTicked((before) => withSure(before, all));
  }, [suggestions]);
  const chosen = all.filter(({ id }) => ticked.has(id));
  return {
    lines,
    ticked,
    filter,
    isWaiting: suggestions === null,
    setTicked,
    setFilter,
    ask,
    refuse: (line) => {
      controller.refuse(theme, line.voices);
      setRefused(new Set([...refused, ...line.voices]));
      setTicked(new Set([...ticked].filter((id) => id !== line.id)));
    },
    add: () => {
      if (chosen.length === 0) return;
      controller.addLines(theme, chosen);
      setTicked(new Set());
      ask();
    },
    undo: () => {
      controller.store.send({ do: "undo" });
      controller.store.set({ announcement: controller.t("told.undo") });
      setTicked(new Set());
      setRefused(new Set());
      ask();
    },
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

function Lines({ theme, offers, unassigned }: { theme: Theme; offers: Offers; unassigned: number }) {
  const controller = useController();
  const list = useRef<HTMLUListElement>(null);
  const handle = useRef((_event: KeyboardEvent) => {});
  const [limit, setLimit] = useState(PAGE_SIZE);
  const [current, setCurrent] = useState("");
  const { lines, ticked } = offers;
  const visible = lines.slice(0, limit);
  const tabStop = visible.some(({ id }) => id === current) ? current : visible[0]?.id;
  const unsure = visible.findIndex(({ sure }) => !sure);
  const isEmpty = lines.length === 0;
  useEffect(() => {
    // React would not see the letters: the board keeps them from Streamlit, which has keys of its own.
    const element = list.current;
    const onKeyDown = (event: KeyboardEvent) => handle.current(event);
    element?.addEventListener("keydown", onKeyDown);
    return () => element?.removeEventListener("keydown", onKeyDown);
  }, [isEmpty]);
  useEffect(() => {
    // The first answer is here, or a line that was added or moved has taken the focus with it.
    if (document.activeElement === document.body || document.activeElement?.tagName === "H2") list.current?.querySelector<HTMLInputElement>("input[tabindex='0']")?.focus();
  }, [lines]);
  const boxes = () => [...(list.current?.querySelectorAll<HTMLInputElement>("input[type=checkbox]") ?? [])];
  const focusAt = (index: number) => {
    const box = boxes()[index];
    box?.focus();
    box?.closest("li")?.scrollIntoView({ block: "nearest" });
  };
  handle.current = (event) => {
    const index = boxes().indexOf(event.target as HTMLInputElement);
    const line = visible[index];
    if (line === undefined || event.ctrlKey || event.metaKey || event.altKey) return;
    const action: Record<string, () => void> = {
      ArrowDown: () => focusAt(Math.min(index + 1, visible.length - 1)),
      ArrowUp: () => focusAt(Math.max(index - 1, 0)),
      Home: () => focusAt(0),
      End: () => focusAt(visible.length - 1),
      a: () => offers.setTicked(withSure(ticked, lines)),
      m: () => offers.ask(line.voices),
      x: () => {
        const next = visible[index + 1] ?? visible[index - 1];
        offers.refuse(line);
        setCurrent(next?.id ?? "");
      },
      Enter: () => offers.add(),
    };
    const act = action[event.key.length === 1 ? event.key.toLowerCase() : event.key];
    if (!act) return;
    event.preventDefault();
    act();
  };
  if (isEmpty) return <p className="tb-empty">{controller.t("offer.none", { count: unassigned })}</p>;
  return (
    <>
      <ul ref={list} className="tb-offer-lines" aria-describedby="tb-offer-how">
        {visible.map((line, index) => (
          <li key={line.id} className={index === unsure ? "tb-offer-unsure" : undefined} data-unsure={index === unsure ? controller.t("offer.less_sure") : undefined}>
            <label className="tb-offer">
              <input
                type="checkbox"
                data-first={line.id === visible[0]?.id ? "" : undefined}
                tabIndex={line.id === tabStop ? 0 : -1}
                checked={ticked.has(line.id)}
                onFocus={() => setCurrent(line.id)}
                onChange={() => offers.setTicked(toggled(ticked, line.id))}
              />
              <span className="tb-offer-words" dir="auto">
                {line.text}
              </span>
              <small dir="auto">{line.because}</small>
              <span className="tb-offer-times">{line.voices.length > 1 ? controller.t("offer.times", { count: line.voices.length }) : ""}</span>
            </label>
            {line.id === tabStop ? <LineButtons line={line} theme={theme} offers={offers} /> : null}
          </li>
        ))}
      </ul>
      {lines.length > visible.length ? (
        <button type="button" className="pp-button" onClick={() => setLimit(limit + PAGE_SIZE)}>
          {controller.t("board.show_more", { count: Math.min(PAGE_SIZE, lines.length - visible.length), left: lines.length - visible.length })}
        </button>
      ) : null}
    </>
  );
}

/** What the letters M and X do, as buttons of the line that has the focus, or was pressed last. */
function LineButtons({ line, theme, offers }: { line: Line; theme: Theme; offers: Offers }) {
  const controller = useController();
  return (
    <span className="pp-row tb-offer-buttons">
      <button type="button" className="pp-button pp-small" onClick={() => offers.ask(line.voices)}>
        {controller.t("offer.all_like")}
      </button>
      <button type="button" className="pp-button pp-small" aria-label={controller.t("offer.not_this_of", { words: line.text, name: theme.name })} onClick={() => offers.refuse(line)}>
        {controller.t("offer.not_this")}
      </button>
    </span>
  );
}

function Foot({ theme, offers }: { theme: Theme; offers: Offers }) {
  const controller = useController();
  const chosen = offers.lines.filter(({ id }) => offers.ticked.has(id));
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
