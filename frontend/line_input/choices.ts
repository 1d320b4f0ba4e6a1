// What is chosen beside a line: who speaks, as chips with keys, and lists, days and ticks.
import { personByNow, personCalled, type Person } from "../shared/attribution.ts";
import { make, selectOf } from "./elements.ts";

/** A choice beside the field; its value is sent with each line. */
export interface Choice {
  name: string;
  label: string;
  kind: "list" | "day" | "tick";
  /** Of a list: values and labels. */
  options?: readonly (readonly [string, string])[];
  value: string;
  /** It says nothing of who speaks: it is the same for the next person. */
  stays?: boolean;
}

export interface ChoicesData {
  legend: string;
  people: readonly Person[];
  /** Who speaks at first: an id, or "" for no name. */
  first: string;
  nobody: string;
  /** The button that adds somebody ("": nobody can be added), and the label of their name. */
  add: string;
  newName: string;
  /** Whether there is anybody to choose: nobody is where one person plans alone. */
  chips: boolean;
  choices: readonly Choice[];
}

export type Chosen = Record<string, string>;

const KEYED = 9;

/** The chips and choices of one field. What is chosen stays for the next line of the same person. */
export class Choices {
  readonly root: HTMLElement;
  readonly extras: HTMLElement;
  #chips: HTMLElement;
  #newcomer: HTMLInputElement;
  #data: ChoicesData;
  /** People whom the server does not know yet. */
  #newcomers: readonly Person[] = [];
  #by: string;
  /** Whose line it is while it starts with a name. */
  #byForLine: string | null = null;
  #values: Chosen = {};
  /** The values of who is chosen, while a line is somebody else's. */
  #kept: Chosen = {};
  #onAdd: (name: string) => string;
  #onChoose: (goesOn: boolean) => void;

  constructor(page: Document, data: ChoicesData, onAdd: (name: string) => string, onChoose: (goesOn: boolean) => void) {
    this.#data = data;
    this.#by = data.first;
    this.#onAdd = onAdd;
    this.#onChoose = onChoose;
    this.root = make(page, "div", "next-line-people");
    this.extras = make(page, "div", "next-line-choices");
    this.#chips = make(page, "div", "next-line-chips");
    this.#chips.setAttribute("role", "radiogroup");
    this.#newcomer = make(page, "input", "next-line-newcomer");
    this.#newcomer.autocomplete = "off";
    this.#newcomer.hidden = true;
    this.#newcomer.addEventListener("keydown", (event) => this.#enterNewcomer(event));
    this.root.append(this.#chips, this.#newcomer);
    this.#values = this.#valuesOfOthers;
    this.show(data);
  }

  get by(): string {
    return this.#byForLine ?? this.#by;
  }

  /** What is sent with a line of somebody: for another person than is chosen, nothing else is. */
  chosenFor(id: string): Chosen {
    return { ...(id === this.by ? this.#values : this.#valuesOfOthers), by: id };
  }

  /** What is chosen for the line of somebody else. */
  get #valuesOfOthers(): Chosen {
    return Object.fromEntries(
      this.#data.choices.map(({ name, value, stays }) => [name, (stays ? this.#values[name] : undefined) ?? value]),
    );
  }

  get people(): readonly Person[] {
    return [...this.#data.people, ...this.#newcomers];
  }

  nameOf(id: string): string {
    const person = this.people.find((each) => each.id === id);
    return person?.short ?? person?.name ?? this.#data.nobody;
  }

  show(data: ChoicesData): void {
    const isShown = this.#chips.childElementCount > 0 && JSON.stringify(this.#data) === JSON.stringify(data);
    this.#data = data;
    const chosen = this.#newcomers.find(({ id }) => id === this.#by);
    this.#by = (chosen && personByNow(chosen, data.people)?.id) ?? this.#by;
    this.#newcomers = this.#newcomers.filter((newcomer) => !personByNow(newcomer, data.people));
    if (!isShown) this.#draw();
  }

  /** Chooses who speaks; then the field has the focus, unless it stays among the chips. */
  choose(id: string, goesOn = true): void {
    if (id !== this.#by) this.#kept = this.#values = this.#valuesOfOthers;
    this.#by = id;
    this.#draw();
    this.#onChoose(goesOn);
  }

  /** Shows for one line that it is somebody else's; null: it is not. */
  chooseForLine(id: string | null): void {
    if (id === this.#byForLine) return;
    if (this.#byForLine === null) this.#kept = this.#values;
    this.#byForLine = id;
    // Who supports one person, and how their words are shared, says nothing of another.
    if (id !== null && id !== this.#by) this.#values = this.#valuesOfOthers;
    else this.#restoreKept();
    this.#draw();
  }

  #restoreKept(): void {
    const staying = this.#data.choices.filter(({ stays }) => stays).map(({ name }) => name);
    this.#values = { ...this.#kept, ...Object.fromEntries(staying.map((name) => [name, this.#values[name] ?? ""])) };
  }

  /** Forgets what was chosen for one line only, such as its day. */
  afterLine(): void {
    if (this.#byForLine !== null) this.#restoreKept();
    this.#byForLine = null;
    for (const { name, kind, value } of this.#data.choices) if (kind !== "list") this.#values[name] = value;
    this.#draw();
  }

  /** Chooses by Alt and a digit; returns whether it did. */
  chooseByKey(event: KeyboardEvent): boolean {
    if (!this.#data.chips) return false;
    const digit = /^(?:Digit|Numpad)(\d)$/.exec(event.code)?.[1];
    if (!event.altKey || event.ctrlKey || event.metaKey || digit === undefined) return false;
    const id = digit === "0" ? "" : this.people[Number(digit) - 1]?.id;
    if (id === undefined) return false;
    this.choose(id);
    return true;
  }

  #draw(): void {
    const page = this.root.ownerDocument;
    const findFocused = this.#focused();
    this.#chips.setAttribute("aria-label", this.#data.legend);
    this.#newcomer.setAttribute("aria-label", this.#data.newName);
    this.#newcomer.placeholder = this.#data.newName;
    const chips = [...this.people, { id: "", name: this.#data.nobody }].map((person, index) => this.#chip(page, person, index));
    this.root.hidden = !this.#data.chips;
    const add = make(page, "button", "next-line-chip");
    add.type = "button";
    add.textContent = this.#data.add;
    add.addEventListener("click", () => {
      this.#newcomer.hidden = false;
      this.#newcomer.focus();
    });
    this.#chips.replaceChildren(...chips, ...(this.#data.add ? [add] : []));
    this.extras.replaceChildren(...this.#data.choices.map((choice) => this.#choice(page, choice)));
    findFocused?.()?.focus();
  }

  /** Returns how to find again what has the focus, if it is about to be replaced; null if it stays. */
  #focused(): (() => HTMLElement | null | undefined) | null {
    const { activeElement } = this.root.ownerDocument;
    if (activeElement === null) return null;
    const choices = () => [...this.extras.querySelectorAll<HTMLElement>("select, input")];
    const index = choices().findIndex((field) => field === activeElement);
    if (index >= 0) return () => choices()[index];
    if (!this.#chips.contains(activeElement)) return null;
    return () => this.#chips.querySelector<HTMLElement>(activeElement.tagName === "BUTTON" ? "button" : "input:checked");
  }

  #chip(page: Document, { id, name, short }: Person, index: number): HTMLElement {
    const label = make(page, "label", "next-line-chip");
    const radio = make(page, "input", "next-line-radio");
    radio.type = "radio";
    radio.name = `${this.#data.legend} ${this.#data.first}`;
    radio.value = id;
    radio.checked = id === this.by;
    if (short && short !== name) label.title = name;
    // Arrow keys choose too, and go on from chip to chip.
    let isPressed = false;
    radio.addEventListener("click", (event) => (isPressed = event.detail > 0));
    radio.addEventListener("change", () => this.choose(id, isPressed));
    const words = make(page, "span", "next-line-name");
    words.textContent = short ?? name;
    words.dir = "auto";
    const key = id === "" ? "0" : index < KEYED ? String(index + 1) : "";
    if (key) {
      const shown = make(page, "kbd", "next-line-key");
      shown.textContent = key;
      shown.setAttribute("aria-hidden", "true");
      label.append(shown);
      radio.setAttribute("aria-keyshortcuts", `Alt+${key}`);
    }
    label.prepend(radio);
    label.append(words);
    return label;
  }

  #choice(page: Document, choice: Choice): HTMLElement {
    const label = make(page, "label", `next-line-choice next-line-${choice.kind}`);
    const words = make(page, "span", "next-line-choice-label");
    words.textContent = choice.label;
    const value = this.#values[choice.name] ?? choice.value;
    const field = choice.kind === "list" ? this.#list(page, choice, value) : this.#input(page, choice, value);
    label.append(...(choice.kind === "tick" ? [field, words] : [words, field]));
    return label;
  }

  #list(page: Document, { name, label, options = [] }: Choice, value: string): HTMLElement {
    const list = selectOf(page, "next-line-select", options, value);
    list.setAttribute("aria-label", label);
    list.addEventListener("change", () => (this.#values[name] = list.value));
    return list;
  }

  #input(page: Document, { name, kind }: Choice, value: string): HTMLElement {
    const input = make(page, "input", "next-line-value");
    input.type = kind === "day" ? "date" : "checkbox";
    input.value = kind === "day" ? value : "yes";
    input.checked = value === "yes";
    input.addEventListener("change", () => {
      this.#values[name] = kind === "day" ? input.value : input.checked ? "yes" : "";
    });
    return input;
  }

  #enterNewcomer(event: KeyboardEvent): void {
    if (event.key !== "Enter" && event.key !== "Escape") return;
    event.preventDefault();
    event.stopPropagation();
    const name = this.#newcomer.value.trim();
    this.#newcomer.value = "";
    this.#newcomer.hidden = true;
    const known = personCalled(name, this.people);
    if (event.key === "Enter" && name) {
      const id = known?.id ?? this.#onAdd(name);
      if (!known) this.#newcomers = [...this.#newcomers, { id, name }];
      this.choose(id);
    }
    this.#onChoose(true);
  }
}
