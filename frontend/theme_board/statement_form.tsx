// The statement of a theme, as one person would say it, and who in the steering group agreed to it.
import { useState } from "react";
import { QuoteList } from "./cards.tsx";
import { Dialog, useBoardState, useController, useSetting } from "./context.tsx";
import { PILE } from "./lists.ts";
import type { Theme } from "./protocol.ts";

const MAX_TEXT_LENGTH = 2000;
const MAX_QUOTES = 12;

export function StatementForm({ theme }: { theme: Theme }) {
  const controller = useController();
  const { steering } = useSetting();
  const list = useBoardState((state) => state.lists.find(({ id }) => id === theme.id));
  const [based] = useState(() => controller.based);
  const [statement, setStatement] = useState(theme.statement);
  const [agreed, setAgreed] = useState<ReadonlySet<string>>(new Set(theme.agreed));
  // A member who agreed to other words has not agreed to these.
  const changeStatement = (words: string) => {
    if (statement === theme.statement) setAgreed(new Set());
    setStatement(words);
  };
  const startWith = (words: string) => changeStatement(statement.trim() ? statement : `${words} `);
  const setMember = (id: string, hasAgreed: boolean) =>
    setAgreed(new Set(hasAgreed ? [...agreed, id] : [...agreed].filter((member) => member !== id)));
  const save = () =>
    controller.sendAndClose(
      { do: "state", theme: theme.id, statement: statement.trim(), agreed: [...agreed], ...based },
      "told.stated",
      { name: theme.name },
    );
  return (
    <Dialog title={controller.t("theme.state_of", { name: theme.name })} className="pp-wide">
      <label className="pp-field">
        <span className="pp-label">{controller.t("theme.statement")}</span>
        <textarea
          className="pp-large"
          dir="auto"
          rows={3}
          maxLength={MAX_TEXT_LENGTH}
          value={statement}
          data-first=""
          onChange={(event) => changeStatement(event.target.value)}
        />
        <span className="pp-hint">{controller.t("theme.state_how")}</span>
      </label>
      <div className="pp-row">
        {["theme.i", "theme.we"].map((key) => (
          <button key={key} type="button" className="pp-button" onClick={() => startWith(controller.t(key))}>
            {controller.t("theme.begin_with", { words: controller.t(key) })}
          </button>
        ))}
      </div>
      <fieldset className="pp-group">
        <legend>{controller.t("theme.agreed")}</legend>
        {theme.agreed.length > 0 && statement.trim() !== theme.statement ? (
          <p className="pp-hint" role="status">
            {controller.t("theme.ask_again")}
          </p>
        ) : null}
        {steering.length === 0 ? <p className="pp-hint">{controller.t("theme.no_steering")}</p> : null}
        {steering.map(([id, name]) => (
          <label key={id} className="pp-tick">
            <input type="checkbox" checked={agreed.has(id)} onChange={(event) => setMember(id, event.target.checked)} />
            <span dir="auto">{name}</span>
          </label>
        ))}
      </fieldset>
      <div className="pp-row">
        <button type="button" className="pp-button pp-main" onClick={save}>
          {controller.t("theme.keep")}
        </button>
      </div>
      {list && list.id !== PILE ? <QuoteList voices={list.cards.slice(0, MAX_QUOTES).map(({ id }) => id)} /> : null}
    </Dialog>
  );
}
