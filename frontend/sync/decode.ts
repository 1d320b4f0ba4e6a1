// How an answer of the server comes: news as they are, everything as the bytes of its JSON. Pure.
const read = new WeakMap<Uint8Array, unknown>();

/** What was told; the same bytes are read only once. */
export function unpacked<Told extends object>(data: Told | Uint8Array): Told {
  if (!(data instanceof Uint8Array)) return data;
  const told = (read.get(data) ?? JSON.parse(new TextDecoder().decode(data))) as Told;
  read.set(data, told);
  return told;
}
