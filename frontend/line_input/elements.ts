// The elements of a field for one line after another.

export interface Refused {
  text: string;
  label: string;
  onPutBack(): void;
}

export interface Elements {
  form: HTMLFormElement;
  label: HTMLLabelElement;
  input: HTMLTextAreaElement;
  button: HTMLButtonElement;
  note: HTMLElement;
  /** Shows the waiting lines, and the refused ones. */
  list(waiting: readonly string[], refused: readonly Refused[]): void;
}

export function build(parent: HTMLElement, name: string): Elements {
  const page = parent.ownerDocument;
  const form = make(page, "form", "next-line");
  const label = make(page, "label", "next-line-label");
  const row = make(page, "div", "next-line-row");
  const input = make(page, "textarea", "next-line-input");
  const button = make(page, "button", "next-line-button");
  const note = make(page, "p", "next-line-note");
  const lines = make(page, "ul", "next-line-waiting");
  input.id = `next-line ${name}`;
  input.rows = 1;
  input.autocomplete = "off";
  input.enterKeyHint = "send";
  input.dir = "auto";
  label.htmlFor = input.id;
  button.type = "submit";
  row.append(input, button);
  note.setAttribute("role", "status");
  form.append(label, row, note, lines);
  parent.replaceChildren(form);
  const list: Elements["list"] = (waiting, refused) => {
    lines.hidden = waiting.length + refused.length === 0;
    lines.replaceChildren(
      ...waiting.map((text) => item(page, text)),
      ...refused.map((line) => withButton(page, line)),
    );
  };
  return { form, label, input, button, note, list };
}

function make<Tag extends keyof HTMLElementTagNameMap>(page: Document, tag: Tag, className: string) {
  const element = page.createElement(tag);
  element.className = className;
  return element;
}

function item(page: Document, text: string): HTMLElement {
  const line = page.createElement("li");
  line.textContent = text;
  line.dir = "auto";
  return line;
}

function withButton(page: Document, { text, label, onPutBack }: Refused): HTMLElement {
  const line = item(page, text);
  const button = make(page, "button", "next-line-back");
  button.type = "button";
  button.textContent = label;
  button.addEventListener("click", onPutBack);
  line.append(" ", button);
  return line;
}
