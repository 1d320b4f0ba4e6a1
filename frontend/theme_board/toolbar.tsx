// The toolbar above the lists: search and filters, undo, and how the lists are shown.
import { useId } from "react";
import { useBoardState, useController, useSetting } from "./context.tsx";
import { Icon } from "./icons.tsx";
import { NO_FILTER, PILE } from "./lists.ts";

export function Toolbar() {
  const controller = useController();
  const { store } = controller;
  const setting = useSetting();
  const filter = useBoardState((state) => state.filter);
  const splitBySide = useBoardState((state) => state.splitBySide);
  const fullscreen = useBoardState((state) => state.fullscreen);
  const pileSize = useBoardState((state) => state.lists.find(({ id }) => id === PILE)?.total ?? 0);
  const standings = setting.standings.map(({ id, words }) => [id, words] as const);
  return (
    <div className="tb-tools" role="group" aria-label={controller.t("board.tools")}>
      <label className="tb-search">
        <span>{controller.t("board.search")}</span>
        <input
          type="search"
          autoComplete="off"
          dir="auto"
          value={filter.words}
          onChange={(event) => store.setFilter({ words: event.target.value })}
        />
      </label>
      <FilterSelect label={controller.t("board.standing")} value={filter.standing} options={standings} onChoose={(standing) => store.setFilter({ standing })} />
      <FilterSelect label={controller.t("board.source")} value={filter.source} options={setting.sources} onChoose={(source) => store.setFilter({ source })} />
      {filter.words || filter.standing || filter.source ? (
        <button type="button" className="tb-button" onClick={() => store.setFilter(NO_FILTER)}>
          {controller.t("board.show_all")}
        </button>
      ) : null}
      <span className="tb-deeds">
        <ToolButton name="undo" words={controller.t("board.undo")} onPress={() => controller.undo()} />
        <ToolButton name="idea" words={controller.t("board.seeds")} disabled={pileSize < 2} onPress={() => controller.open({ kind: "seeds" })} />
        <ToolButton name="sides" words={controller.t("board.sides")} pressed={splitBySide} onPress={() => store.set({ splitBySide: !splitBySide })} />
        <ToolButton name="whole" words={controller.t("board.whole")} pressed={fullscreen} onPress={() => store.set({ fullscreen: !fullscreen })} />
      </span>
    </div>
  );
}

interface FilterSelectProps {
  label: string;
  value: string;
  options: readonly (readonly [id: string, words: string])[];
  onChoose(value: string): void;
}

function FilterSelect({ label, value, options, onChoose }: FilterSelectProps) {
  const controller = useController();
  const id = useId();
  return (
    <span className="tb-among">
      <label htmlFor={id}>{label}</label>
      <select id={id} value={value} onChange={(event) => onChoose(event.target.value)}>
        <option value="">{controller.t("board.everyone")}</option>
        {options.map(([option, words]) => (
          <option key={option} value={option}>
            {words}
          </option>
        ))}
      </select>
    </span>
  );
}

interface ToolButtonProps {
  name: string;
  words: string;
  pressed?: boolean;
  disabled?: boolean;
  onPress(): void;
}

function ToolButton({ name, words, pressed, disabled = false, onPress }: ToolButtonProps) {
  return (
    <button type="button" className="tb-button" aria-pressed={pressed} disabled={disabled} onClick={onPress}>
      <Icon name={name} />
      {words}
    </button>
  );
}
