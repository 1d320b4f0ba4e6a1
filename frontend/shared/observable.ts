// What a board stands at, for all parts that show it: who watches hears when it becomes another. Pure.
export class Watched<State extends object> {
  #state: State;
  #listeners = new Set<() => void>();

  constructor(first: State) {
    this.#state = first;
  }

  readonly state = (): State => this.#state;

  readonly subscribe = (listener: () => void): (() => void) => {
    this.#listeners.add(listener);
    return () => this.#listeners.delete(listener);
  };

  set(news: Partial<State>): void {
    const keys = Object.keys(news) as (keyof State)[];
    if (keys.every((key) => Object.is(this.#state[key], news[key]))) return;
    this.#state = { ...this.#state, ...news };
    this.#listeners.forEach((listener) => listener());
  }
}
