// A list on the board: the pile, a theme, or the voices that stand alone.
import { useDroppable } from "@dnd-kit/core";
import { memo, type ReactNode } from "react";
import { CardList } from "./cards.tsx";
import { useBoardState, useController, useSetting } from "./context.tsx";
import { Icon } from "./icons.tsx";
import { ALONE, cardsBySide, PILE, type List } from "./lists.ts";
import type { Theme } from "./protocol.ts";

interface ColumnProps {
  list: List;
  /** The number key that moves a card here; 0: none. */
  number?: number;
}

export const Column = memo(function Column({ list, number = 0 }: ColumnProps) {
  const controller = useController();
  const { setNodeRef, isOver } = useDroppable({ id: `list ${list.id}`, data: { list: list.id } });
  const name = controller.listName(list.id);
  const kind = list.theme ? "theme" : list.id;
  return (
    <section
      ref={setNodeRef}
      className={`tb-list tb-${kind} ${isOver ? "tb-over" : ""}`}
      data-list={list.id}
      aria-label={name}
    >
      <header className="tb-head">
        <h3 data-head={list.id} tabIndex={-1} dir="auto">
          {number > 0 && number < 10 ? (
            <kbd className="tb-number" aria-hidden="true">
              {number}
            </kbd>
          ) : null}
          {name}
        </h3>
        {list.theme ? <ThemeMenuButton theme={list.theme} /> : null}
        <ListSummary list={list} />
      </header>
      <MoveHereButton list={list.id} name={name} />
      <ListContent list={list} name={name} />
    </section>
  );
});

function ListSummary({ list }: { list: List }) {
  const controller = useController();
  if (list.theme) {
    return (
      <div className="tb-known">
        {list.theme.statement ? (
          <p className="tb-statement" dir="auto">
            {list.theme.statement}
          </p>
        ) : null}
        {list.theme.counts ? <p className="tb-counts">{list.theme.counts}</p> : null}
        <FindMoreButton theme={list.theme} />
      </div>
    );
  }
  return (
    <p className="tb-counts">
      {list.found < list.total
        ? controller.t("board.found_of", { found: list.found, count: list.total })
        : controller.t("board.voices", { count: list.total })}
    </p>
  );
}

function FindMoreButton({ theme }: { theme: Theme }) {
  const controller = useController();
  const hasLoose = useBoardState((state) => state.lists.some(({ id, total }) => id === PILE && total > 0));
  if (!hasLoose) return null;
  return (
    <button
      type="button"
      className="tb-button"
      aria-label={controller.t("offer.find_for", { name: theme.name })}
      aria-haspopup="dialog"
      onClick={() => controller.open({ kind: "offers", theme: theme.id })}
    >
      <Icon name="idea" />
      {controller.t("offer.find")}
    </button>
  );
}

function ThemeMenuButton({ theme }: { theme: Theme }) {
  const controller = useController();
  return (
    <button
      type="button"
      className="tb-button tb-menu"
      aria-label={controller.t("theme.more", { name: theme.name })}
      aria-haspopup="dialog"
      onClick={() => controller.open({ kind: "theme", theme: theme.id })}
    >
      <Icon name="more" />
    </button>
  );
}

function MoveHereButton({ list, name }: { list: string; name: string }) {
  const controller = useController();
  const selectedCount = useBoardState((state) => state.selection.length);
  if (selectedCount === 0) return null;
  return (
    <button
      type="button"
      className="tb-button tb-put"
      aria-label={controller.t("hand.put_into", { name, count: selectedCount })}
      onClick={() => controller.moveTo(list)}
    >
      <Icon name="put" />
      {controller.t("hand.put_here")}
    </button>
  );
}

function ListContent({ list, name }: { list: List; name: string }) {
  const controller = useController();
  const setting = useSetting();
  const splitBySide = useBoardState((state) => state.splitBySide);
  const isFiltered = list.found < list.total;
  const empty = isFiltered ? controller.t("board.none_found") : controller.t(EMPTY_MESSAGES[list.id] ?? "theme.empty");
  if (!list.theme || !splitBySide) return <CardList list={list.id} cards={list.cards} same={list.same} label={name} empty={empty} />;
  return (
    <div className="tb-sides">
      {cardsBySide(list.cards, setting).map(([id, words, cards]) => (
        <SideColumn key={id} words={words} counts={list.theme?.side_counts[id] ?? ""}>
          <CardList list={list.id} cards={cards} same={list.same} label={`${name}: ${words}`} empty={controller.t("theme.nobody")} />
        </SideColumn>
      ))}
    </div>
  );
}

const EMPTY_MESSAGES: Readonly<Record<string, string>> = { [PILE]: "board.pile_empty", [ALONE]: "board.alone_empty" };

function SideColumn({ words, counts, children }: { words: string; counts: string; children: ReactNode }) {
  return (
    <div className="tb-side">
      <h4>{words}</h4>
      {counts ? <p className="tb-counts">{counts}</p> : null}
      {children}
    </div>
  );
}
