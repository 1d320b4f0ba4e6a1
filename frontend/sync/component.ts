// The function that Streamlit calls with each answer of the server, to show a board or update it.

interface BoardModule<Component> {
  render(element: HTMLElement, component: Component): void;
  unmount(element: HTMLElement): void;
}

type StreamlitProps<Component extends { data: object }> = Omit<Component, "data"> & {
  data: Component["data"] | Uint8Array;
  parentElement: HTMLElement;
};

/** Returns that function. The code of the board itself may still be loading. */
export function defineComponent<Component extends { data: object }>(board: Promise<BoardModule<Component>>) {
  return (props: StreamlitProps<Component>): (() => void) => {
    const component = { ...props, data: decode(props.data) } as unknown as Component;
    void board.then(({ render }) => render(props.parentElement, component));
    return () => void board.then(({ unmount }) => unmount(props.parentElement));
  };
}

// A whole document comes as the bytes of its JSON, a delta as it is.
const decodedByBytes = new WeakMap<Uint8Array, unknown>();

/** Returns the data of a component; the same bytes are parsed only once. */
export function decode<Data extends object>(data: Data | Uint8Array): Data {
  if (!(data instanceof Uint8Array)) return data;
  const decoded = (decodedByBytes.get(data) ?? JSON.parse(new TextDecoder().decode(data))) as Data;
  decodedByBytes.set(data, decoded);
  return decoded;
}
