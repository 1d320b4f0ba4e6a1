// How Streamlit shows a board: it calls one function anew with each answer of the server.

interface Main<Component> {
  show(place: HTMLElement, component: Component): void;
  end(place: HTMLElement): void;
}

type Given<Component extends { data: object }> = Omit<Component, "data"> & {
  data: Component["data"] | Uint8Array;
  parentElement: HTMLElement;
};

/** Returns that function; what it shows may still be on its way to the browser. */
export function mounting<Component extends { data: object }>(main: Promise<Main<Component>>) {
  return (given: Given<Component>): (() => void) => {
    const component = { ...given, data: unpacked(given.data) } as unknown as Component;
    void main.then(({ show }) => show(given.parentElement, component));
    return () => void main.then(({ end }) => end(given.parentElement));
  };
}

const read = new WeakMap<Uint8Array, unknown>();

/** What was told; the same bytes are read only once. */
export function unpacked<Told extends object>(data: Told | Uint8Array): Told {
  if (!(data instanceof Uint8Array)) return data;
  const told = (read.get(data) ?? JSON.parse(new TextDecoder().decode(data))) as Told;
  read.set(data, told);
  return told;
}
