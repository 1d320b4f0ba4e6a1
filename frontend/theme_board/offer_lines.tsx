// The lines that are offered for a theme: ticked by mouse, finger or key, with a line of doubt between.
import { useEffect, useRef, useState } from "react";
import { useController } from "./context.tsx";
import type { Offers } from "./offer_state.ts";
import { toggled, withSure, type Line } from "./offers.ts";
import type { Theme } from "./protocol.ts";

const PAGE_SIZE = 50;

export function Lines({ theme, offers, unassigned }: { theme: Theme; offers: Offers; unassigned: number }) {
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
