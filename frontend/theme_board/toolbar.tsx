// Above the lists: what is looked for, how it is shown, and one step back.
import { useId } from "react";
import { useDesk, usePart, useSetting } from "./context.tsx";
import { Icon } from "./icons.tsx";
import { ALL, PILE } from "./lists.ts";

export function Tools() {
  const desk = useDesk();
  const { store } = desk;
  const setting = useSetting();
  const sought = usePart((state) => state.sought);
  const sides = usePart((state) => state.sides);
  const whole = usePart((state) => state.whole);
  const pile = usePart((state) => state.lists.find(({ id }) => id === PILE)?.all ?? 0);
  const standings = setting.standings.map(({ id, words }) => [id, words] as const);
  return (
    <div className="tb-tools" role="group" aria-label={desk.say("board.tools")}>
      <label className="tb-search">
        <span>{desk.say("board.search")}</span>
        <input
          type="search"
          dir="auto"
          value={sought.words}
          onChange={(event) => store.seek({ words: event.target.value })}
        />
      </label>
      <Among label={desk.say("board.standing")} value={sought.standing} options={standings} onChoose={(standing) => store.seek({ standing })} />
      <Among label={desk.say("board.source")} value={sought.source} options={setting.sources} onChoose={(source) => store.seek({ source })} />
      {sought.words || sought.standing || sought.source ? (
        <button type="button" className="tb-button" onClick={() => store.seek(ALL)}>
          {desk.say("board.show_all")}
        </button>
      ) : null}
      <span className="tb-deeds">
        <Press name="undo" words={desk.say("board.undo")} onPress={() => desk.undo()} />
        <Press name="idea" words={desk.say("board.seeds")} disabled={pile < 2} onPress={() => desk.open({ kind: "seeds" })} />
        <Press name="sides" words={desk.say("board.sides")} pressed={sides} onPress={() => store.set({ sides: !sides })} />
        <Press name="whole" words={desk.say("board.whole")} pressed={whole} onPress={() => store.set({ whole: !whole })} />
      </span>
    </div>
  );
}

interface Choice {
  label: string;
  value: string;
  options: readonly (readonly [id: string, words: string])[];
  onChoose(value: string): void;
}

function Among({ label, value, options, onChoose }: Choice) {
  const desk = useDesk();
  const id = useId();
  return (
    <span className="tb-among">
      <label htmlFor={id}>{label}</label>
      <select id={id} value={value} onChange={(event) => onChoose(event.target.value)}>
        <option value="">{desk.say("board.everyone")}</option>
        {options.map(([one, words]) => (
          <option key={one} value={one}>
            {words}
          </option>
        ))}
      </select>
    </span>
  );
}

interface Button {
  name: string;
  words: string;
  pressed?: boolean;
  disabled?: boolean;
  onPress(): void;
}

function Press({ name, words, pressed, disabled = false, onPress }: Button) {
  return (
    <button type="button" className="tb-button" aria-pressed={pressed} disabled={disabled} onClick={onPress}>
      <Icon name={name} />
      {words}
    </button>
  );
}
