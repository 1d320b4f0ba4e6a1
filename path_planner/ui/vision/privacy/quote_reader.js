// Quotes that nobody has read, one after another: a key decides, the next one has the focus at once.
// Decisions are kept here until the server no longer sends their lines, and sent in lots; sent twice
// they change nothing. All that people typed is set as text, never as HTML.

const QUIET = 700; // ms without a decision before a lot is sent
const LOT = 40; // so many lines are sent at once at the latest
const readers = new WeakMap();

export default function ({ data, parentElement, setTriggerValue }) {
  const reader = readers.get(parentElement) ?? begin(parentElement);
  reader.data = data;
  reader.send = (message) => setTriggerValue("decided", message);
  // Only lines that are still to be read wait; what was sent and is here again is sent again.
  const ids = new Set(data.lines.map(idOf));
  for (const id of [...reader.decided.keys()]) if (!ids.has(id)) reader.decided.delete(id);
  draw(reader);
  if (reader.decided.size > 0) schedule(reader);
  return () => {
    clearTimeout(reader.timer);
    if (reader.decided.size > 0) flush(reader);
    readers.delete(parentElement);
  };
}

function begin(element) {
  const make = (name, className, parent) => {
    const made = element.ownerDocument.createElement(name);
    made.className = className;
    parent.append(made);
    return made;
  };
  const root = make("div", "quote-reader", element);
  const left = make("p", "quote-left", root);
  left.setAttribute("role", "status");
  const bar = make("div", "quote-bar", root);
  const how = make("p", "quote-how", root);
  how.id = "quote-how";
  const list = make("ul", "quote-list", root);
  list.setAttribute("role", "listbox");
  list.setAttribute("aria-describedby", how.id);
  const reader = { make, left, bar, how, list, current: "", decided: new Map(), order: [], timer: 0, data: null };
  list.addEventListener("keydown", (event) => onKey(reader, event));
  list.addEventListener("click", (event) => {
    const item = event.target.closest("[role=option]");
    if (item) go(reader, item.dataset.id);
  });
  readers.set(element, reader);
  return reader;
}

const idOf = (line) => line.ids[0];
const lineAt = (reader, id) => reader.data.lines.find((line) => idOf(line) === id);
const hasMarks = (line) => line.parts.some(([, kind]) => kind);

function draw(reader) {
  const { data, list, bar, left, how } = reader;
  left.textContent = data.left;
  how.textContent = data.how;
  list.setAttribute("aria-label", data.list);
  const focused = list.contains(list.ownerDocument.activeElement);
  const known = new Map([...list.children].map((item) => [item.dataset.id, item]));
  list.replaceChildren(...data.lines.map((line) => known.get(idOf(line)) ?? itemOf(reader, line)));
  if (!lineAt(reader, reader.current)) reader.current = firstOpen(reader);
  if (bar.childElementCount === 0) {
    for (const [name, act] of [
      ["ok", () => decide(reader, "ok")],
      ["all", () => decideDownTo(reader)],
      ["only", () => decide(reader, "only")],
      ["cut", () => decide(reader, "cut")],
      ["undo", () => undo(reader)],
    ]) {
      const button = reader.make("button", "", bar);
      button.type = "button";
      button.dataset.name = name;
      button.addEventListener("click", act);
    }
  }
  for (const button of bar.children) button.textContent = data[button.dataset.name];
  mark(reader, focused);
}

function itemOf(reader, line) {
  const document = reader.list.ownerDocument;
  const item = document.createElement("li");
  item.setAttribute("role", "option");
  item.dataset.id = idOf(line);
  const words = document.createElement("span");
  words.dir = "auto";
  for (const [text, kind] of line.parts) {
    if (!kind) {
      words.append(text);
      continue;
    }
    const found = document.createElement("mark");
    const small = document.createElement("small");
    small.textContent = ` ${kind}`;
    found.append(text, small);
    words.append(found);
  }
  item.append(words);
  if (line.times) {
    const times = document.createElement("strong");
    times.textContent = line.times;
    item.append(times);
  }
  const said = document.createElement("em");
  item.append(said);
  return item;
}

/** Shows which line is the current one and what was decided. */
function mark(reader, takeFocus) {
  for (const item of reader.list.children) {
    const decision = reader.decided.get(item.dataset.id);
    const isCurrent = item.dataset.id === reader.current;
    item.tabIndex = isCurrent ? 0 : -1;
    item.setAttribute("aria-selected", String(Boolean(decision)));
    item.classList.toggle("quote-current", isCurrent);
    item.querySelector("em").textContent = decision ? `✓ ${reader.data[decision]}` : "";
    if (isCurrent && takeFocus) {
      item.focus();
      item.scrollIntoView({ block: "nearest" });
    }
  }
  const line = lineAt(reader, reader.current);
  for (const button of reader.bar.children) {
    const { name } = button.dataset;
    button.disabled = name === "undo" ? reader.order.length === 0 : !line || (name === "cut" && !hasMarks(line));
  }
}

function firstOpen(reader) {
  const open = reader.data.lines.find((line) => !reader.decided.has(idOf(line)));
  return open ? idOf(open) : "";
}

function go(reader, id) {
  reader.current = id;
  mark(reader, true);
}

function move(reader, steps) {
  const ids = reader.data.lines.map(idOf);
  const next = ids[Math.max(0, Math.min(ids.length - 1, ids.indexOf(reader.current) + steps))];
  if (next !== undefined) go(reader, next);
}

function decide(reader, decision) {
  const line = lineAt(reader, reader.current);
  if (!line || (decision === "cut" && !hasMarks(line))) return;
  keep(reader, [idOf(line)], decision);
  move(reader, 1);
}

function decideDownTo(reader) {
  const ids = reader.data.lines.map(idOf);
  const open = ids.slice(0, ids.indexOf(reader.current) + 1).filter((id) => !reader.decided.has(id));
  if (open.length > 0) keep(reader, open, "ok");
  move(reader, 1);
}

function keep(reader, ids, decision) {
  for (const id of ids) reader.decided.set(id, decision);
  reader.order.push(ids);
  schedule(reader);
}

/** Takes the last decision back, as long as it was not sent. */
function undo(reader) {
  const ids = reader.order.pop();
  if (!ids) return;
  for (const id of ids) reader.decided.delete(id);
  go(reader, ids[0]);
}

function schedule(reader) {
  clearTimeout(reader.timer);
  reader.timer = setTimeout(() => flush(reader), reader.decided.size >= LOT ? 0 : QUIET);
}

function flush(reader) {
  if (reader.decided.size === 0) return;
  const message = { ok: [], only: [], cut: [] };
  for (const [id, decision] of reader.decided) message[decision].push(...(lineAt(reader, id)?.ids ?? []));
  reader.order = [];
  reader.send(message);
}

function onKey(reader, event) {
  if (event.ctrlKey || event.metaKey || event.altKey) return;
  const acts = {
    ArrowDown: () => move(reader, 1),
    ArrowUp: () => move(reader, -1),
    " ": () => decide(reader, "ok"),
    Enter: () => decideDownTo(reader),
    x: () => decide(reader, "only"),
    d: () => decide(reader, "cut"),
    u: () => undo(reader),
  };
  // Streamlit has keys of its own, such as R and C.
  if (event.key.length === 1) event.stopPropagation();
  const act = acts[event.key.length === 1 ? event.key.toLowerCase() : event.key];
  if (!act) return;
  event.preventDefault();
  act();
}
