// The statement of a theme, as one person would say it, and who of the steering group agreed to it.
import { useState } from "react";
import { Quoted } from "./cards.tsx";
import { Dialog, useDesk, usePart, useSetting } from "./context.tsx";
import { PILE } from "./lists.ts";
import type { Theme } from "./protocol.ts";

const MOST_LETTERS = 2000;
const MOST_QUOTED = 12;

export function Stating({ theme }: { theme: Theme }) {
  const desk = useDesk();
  const { steering } = useSetting();
  const list = usePart((state) => state.lists.find(({ id }) => id === theme.id));
  const [statement, setStatement] = useState(theme.statement);
  const [agreed, setAgreed] = useState<ReadonlySet<string>>(new Set(theme.agreed));
  // Who agreed to other words has not agreed to these.
  const word = (words: string) => {
    if (statement === theme.statement) setAgreed(new Set());
    setStatement(words);
  };
  const begin = (words: string) => word(statement.trim() ? statement : `${words} `);
  const tick = (id: string, yes: boolean) =>
    setAgreed(new Set(yes ? [...agreed, id] : [...agreed].filter((one) => one !== id)));
  const keep = () =>
    desk.settle(
      { do: "state", theme: theme.id, statement: statement.trim(), agreed: [...agreed] },
      "told.stated",
      { name: theme.name },
    );
  return (
    <Dialog title={desk.say("theme.state_of", { name: theme.name })} className="pp-wide">
      <label className="pp-field">
        <span className="pp-label">{desk.say("theme.statement")}</span>
        <textarea
          className="pp-large"
          dir="auto"
          rows={3}
          maxLength={MOST_LETTERS}
          value={statement}
          data-first=""
          onChange={(event) => word(event.target.value)}
        />
        <span className="pp-hint">{desk.say("theme.state_how")}</span>
      </label>
      <div className="pp-row">
        {["theme.i", "theme.we"].map((key) => (
          <button key={key} type="button" className="pp-button" onClick={() => begin(desk.say(key))}>
            {desk.say("theme.begin_with", { words: desk.say(key) })}
          </button>
        ))}
      </div>
      <fieldset className="pp-group">
        <legend>{desk.say("theme.agreed")}</legend>
        {theme.agreed.length > 0 && statement.trim() !== theme.statement ? (
          <p className="pp-hint" role="status">
            {desk.say("theme.ask_again")}
          </p>
        ) : null}
        {steering.length === 0 ? <p className="pp-hint">{desk.say("theme.no_steering")}</p> : null}
        {steering.map(([id, name]) => (
          <label key={id} className="pp-tick">
            <input type="checkbox" checked={agreed.has(id)} onChange={(event) => tick(id, event.target.checked)} />
            <span dir="auto">{name}</span>
          </label>
        ))}
      </fieldset>
      <div className="pp-row">
        <button type="button" className="pp-button pp-main" onClick={keep}>
          {desk.say("theme.keep")}
        </button>
      </div>
      {list && list.id !== PILE ? <Quoted voices={list.cards.slice(0, MOST_QUOTED).map(({ id }) => id)} /> : null}
    </Dialog>
  );
}
