// A field for one line after another. It is empty again the moment Enter is pressed (Shift+Enter
// and pasted text keep their line breaks). What was entered waits here, and in the tab's own
// storage, until the server says that it is kept.

const ALPHABET = "23456789abcdefghjkmnpqrstuvwxyz";
const QUIET = 1500;
const AGAIN = 2500;
const fields = new WeakMap();

export default function ({ data, parentElement, setStateValue }) {
  let field = fields.get(parentElement);
  if (!field) {
    field = begin(parentElement, data.name);
    fields.set(parentElement, field);
  }
  field.tell = (waiting) => setStateValue("waiting", waiting);
  field.show(data);
}

function begin(place, name) {
  const page = place.ownerDocument;
  const parts = build(page, name);
  place.replaceChildren(parts.form);
  const field = { tell: () => {}, unsaved: "" };
  let { waiting, draft } = remembered(name);
  let later = 0;
  let insisting = 0;
  let begun = false;
  parts.input.value = draft;

  const remember = () => store(name, waiting, parts.input.value);

  // A server that ended and came back knows nothing: what waits is told until it is kept.
  const insist = () => {
    clearTimeout(insisting);
    if (!waiting.length) parts.note.textContent = "";
    else if (place.isConnected) {
      insisting = setTimeout(() => {
        parts.note.textContent = field.unsaved;
        field.tell([...waiting]);
        insist();
      }, AGAIN);
    }
  };

  parts.input.addEventListener("input", remember);
  parts.input.addEventListener("keydown", (event) => {
    if (event.key !== "Enter" || event.shiftKey || event.isComposing) return;
    event.preventDefault();
    parts.form.requestSubmit();
  });
  parts.form.addEventListener("submit", (event) => {
    event.preventDefault();
    const text = parts.input.value.trim();
    parts.input.focus();
    if (!text) return;
    parts.input.value = "";
    waiting = [...waiting, { id: freshId(), text }];
    remember();
    list(page, parts.waiting, waiting);
    clearTimeout(later);
    field.tell(waiting);
    insist();
  });

  field.show = (data) => {
    field.unsaved = data.unsaved;
    parts.label.textContent = data.label;
    parts.button.textContent = data.button;
    parts.input.placeholder = data.placeholder;
    parts.input.maxLength = data.most;
    const kept = new Set(data.kept);
    const left = waiting.filter((line) => !kept.has(line.id));
    const news = left.length < waiting.length;
    waiting = left;
    list(page, parts.waiting, waiting);
    if (news) {
      remember();
      // The server forgets as well, once nobody types, so that an old line never comes again.
      clearTimeout(later);
      later = setTimeout(() => field.tell(waiting), QUIET);
    } else if (!begun && waiting.length) {
      field.tell(waiting);
    }
    begun = true;
    insist();
  };
  return field;
}

function build(page, name) {
  const make = (tag, kind) => {
    const part = page.createElement(tag);
    part.className = kind;
    return part;
  };
  const form = make("form", "next-line");
  const label = make("label", "next-line-label");
  const row = make("div", "next-line-row");
  const input = make("textarea", "next-line-input");
  const button = make("button", "next-line-button");
  const note = make("p", "next-line-note");
  const waiting = make("ul", "next-line-waiting");
  input.id = `next-line ${name}`;
  input.rows = 1;
  input.autocomplete = "off";
  input.enterKeyHint = "send";
  input.dir = "auto";
  label.htmlFor = input.id;
  button.type = "submit";
  row.append(input, button);
  note.setAttribute("role", "status");
  form.append(label, row, note, waiting);
  return { form, label, input, button, note, waiting };
}

function list(page, place, waiting) {
  place.hidden = !waiting.length;
  place.replaceChildren(
    ...waiting.map((line) => {
      const item = page.createElement("li");
      item.textContent = line.text;
      item.dir = "auto";
      return item;
    }),
  );
}

function remembered(name) {
  try {
    const found = JSON.parse(sessionStorage.getItem(name) ?? "{}");
    return { waiting: found.waiting ?? [], draft: found.draft ?? "" };
  } catch {
    return { waiting: [], draft: "" };
  }
}

function store(name, waiting, draft) {
  try {
    if (waiting.length || draft) sessionStorage.setItem(name, JSON.stringify({ waiting, draft }));
    else sessionStorage.removeItem(name);
  } catch {
    // Without storage the words wait in the page alone.
  }
}

function freshId() {
  const chances = crypto.getRandomValues(new Uint32Array(12));
  return [...chances].map((chance) => ALPHABET[chance % ALPHABET.length]).join("");
}
