// Which walls are open in this browser: what a closed one left behind is taken over, once.
const NAME = "path-planner wall ";
const PATIENCE = 300;

/** Says for as long as it is not called off that this wall is open. */
export function stayAlive(wall: string): () => void {
  const channel = new BroadcastChannel(NAME);
  channel.onmessage = ({ data }) => {
    if (data === "who is there?") channel.postMessage(wall);
  };
  let leave = () => {};
  void navigator.locks?.request(NAME + wall, () => new Promise<void>((end) => (leave = end)));
  return () => {
    channel.close();
    leave();
  };
}

/** The walls that are open now. */
export async function walls(): Promise<Set<string>> {
  // Locks are known at once, but only where the page came over a safe line or from this machine.
  if (navigator.locks) {
    const { held = [] } = await navigator.locks.query();
    const names = held.map(({ name = "" }) => name).filter((name) => name.startsWith(NAME));
    return new Set(names.map((name) => name.slice(NAME.length)));
  }
  return new Promise((answer) => {
    const found = new Set<string>();
    const channel = new BroadcastChannel(NAME);
    channel.onmessage = ({ data }) => found.add(String(data));
    channel.postMessage("who is there?");
    setTimeout(() => {
      channel.close();
      answer(found);
    }, PATIENCE);
  });
}
