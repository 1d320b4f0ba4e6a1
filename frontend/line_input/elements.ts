// The elements of a field for one line after another.

/** A line that is shown as a card already, with whose it is, and marked until it is kept. */
export interface Waiting {
  text: string;
  whose: string;
  mark: string;
}

export interface Refused {
  text: string;
  label: string;
  onPutBack(): void;
}

export interface Answer {
  label: string;
  onPress(): void;
}

export interface Elements {
  form: HTMLFormElement;
  label: HTMLLabelElement;
  input: HTMLTextAreaElement;
  button: HTMLButtonElement;
  /** Adds the line to what waits; not there in most fields. */
  park: HTMLButtonElement;
  /** Whose line it is, before the field. */
  whose: HTMLElement;
  row: HTMLElement;
  note: HTMLElement;
  /** A question about what stands in the field, with its answers. */
  ask(question: string, answers: readonly Answer[]): void;
  /** Shows the waiting lines, and the refused ones. */
  list(waiting: readonly Waiting[], refused: readonly Refused[]): void;
}

export function build(parent: HTMLElement, name: string): Elements {
  const page = parent.ownerDocument;
  const form = make(page, "form", "next-line");
  const label = make(page, "label", "next-line-label");
  const row = make(page, "div", "next-line-row");
  const input = make(page, "textarea", "next-line-input");
  const button = make(page, "button", "next-line-button");
  const park = make(page, "button", "next-line-button next-line-park");
  const whose = make(page, "span", "next-line-whose");
  const note = make(page, "p", "next-line-note");
  const asked = make(page, "div", "next-line-asked");
  const lines = make(page, "ul", "next-line-waiting");
  input.id = `next-line ${name}`;
  input.rows = 1;
  input.autocomplete = "off";
  input.enterKeyHint = "send";
  input.dir = "auto";
  label.htmlFor = input.id;
  button.type = "submit";
  park.type = "button";
  park.hidden = true;
  whose.hidden = true;
  whose.dir = "auto";
  row.append(whose, input, park, button);
  note.setAttribute("role", "status");
  asked.setAttribute("role", "status");
  asked.hidden = true;
  form.append(label, row, asked, note, lines);
  parent.replaceChildren(form);
  const list: Elements["list"] = (waiting, refused) => {
    lines.hidden = waiting.length + refused.length === 0;
    lines.replaceChildren(
      ...waiting.map((line) => card(page, line)),
      ...refused.map((line) => withButton(page, line)),
    );
  };
  const ask: Elements["ask"] = (question, answers) => {
    asked.hidden = question === "";
    const words = make(page, "span", "");
    words.textContent = question;
    words.dir = "auto";
    asked.replaceChildren(words, ...answers.map((answer) => press(page, answer)));
  };
  return { form, label, input, button, park, whose, row, note, ask, list };
}

function press(page: Document, { label, onPress }: Answer): HTMLElement {
  const button = make(page, "button", "next-line-back");
  button.type = "button";
  button.textContent = label;
  button.addEventListener("click", onPress);
  return button;
}

export function make<Tag extends keyof HTMLElementTagNameMap>(page: Document, tag: Tag, className: string) {
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

function card(page: Document, { text, whose, mark }: Waiting): HTMLElement {
  const line = make(page, "li", "next-line-card");
  const words = make(page, "span", "next-line-words");
  const speaker = make(page, "strong", "next-line-speaker");
  const state = make(page, "span", "next-line-mark");
  words.textContent = text;
  speaker.textContent = whose;
  state.textContent = mark;
  for (const part of [words, speaker]) part.dir = "auto";
  line.append(words, " ", ...(whose ? [speaker, " "] : []), state);
  return line;
}

function withButton(page: Document, { text, label, onPutBack }: Refused): HTMLElement {
  const line = item(page, text);
  line.append(" ", press(page, { label, onPress: onPutBack }));
  return line;
}

/** A list to choose one of, by values and labels. */
export function selectOf(page: Document, className: string, options: readonly (readonly [string, string])[], value: string): HTMLSelectElement {
  const list = make(page, "select", className);
  for (const [each, words] of options) {
    const option = make(page, "option", "");
    option.value = each;
    option.textContent = words;
    option.selected = each === value;
    list.append(option);
  }
  return list;
}
