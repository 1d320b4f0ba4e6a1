// Which windows of one kind are open in this browser: what a closed one left behind is taken over,
// once. A kind is a name such as "wall".
const PATIENCE = 300;

function nameOf(kind: string): string {
  return `path-planner ${kind} `;
}

/** Says for as long as it is not called off that this window is open. */
export function stayAlive(kind: string, own: string): () => void {
  const channel = new BroadcastChannel(nameOf(kind));
  channel.onmessage = ({ data }) => {
    if (data === "who is there?") channel.postMessage(own);
  };
  let leave = () => {};
  void navigator.locks?.request(nameOf(kind) + own, () => new Promise<void>((end) => (leave = end)));
  return () => {
    channel.close();
    leave();
  };
}

/** The windows of a kind that are open now. */
export async function openWindows(kind: string): Promise<Set<string>> {
  const beginning = nameOf(kind);
  // Locks are known at once, but only where the page came over a safe line or from this machine.
  if (navigator.locks) {
    const { held = [] } = await navigator.locks.query();
    const names = held.map(({ name = "" }) => name).filter((name) => name.startsWith(beginning));
    return new Set(names.map((name) => name.slice(beginning.length)));
  }
  return new Promise((answer) => {
    const found = new Set<string>();
    const channel = new BroadcastChannel(beginning);
    channel.onmessage = ({ data }) => found.add(String(data));
    channel.postMessage("who is there?");
    setTimeout(() => {
      channel.close();
      answer(found);
    }, PATIENCE);
  });
}
