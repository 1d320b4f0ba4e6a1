// Which windows of a kind, such as "wall", are open in this browser. Another window adopts, once, the
// changes that a closed one left behind.

const REPLY_TIMEOUT_MS = 300;

function channelName(kind: string): string {
  return `path-planner ${kind} `;
}

/** Announces that this window is open, until the returned function is called. */
export function announceWindow(kind: string, windowId: string): () => void {
  const channel = new BroadcastChannel(channelName(kind));
  channel.onmessage = ({ data }) => {
    if (data === "who is there?") channel.postMessage(windowId);
  };
  let releaseLock = () => {};
  void navigator.locks?.request(channelName(kind) + windowId, () => new Promise<void>((release) => (releaseLock = release)));
  return () => {
    channel.close();
    releaseLock();
  };
}

/** Returns the ids of the windows of a kind that are open now. */
export async function openWindows(kind: string): Promise<Set<string>> {
  const prefix = channelName(kind);
  // Locks answer at once, but exist only in a secure context: HTTPS or localhost.
  if (navigator.locks) {
    const { held: locks = [] } = await navigator.locks.query();
    const names = locks.map(({ name = "" }) => name).filter((name) => name.startsWith(prefix));
    return new Set(names.map((name) => name.slice(prefix.length)));
  }
  return new Promise((resolve) => {
    const windowIds = new Set<string>();
    const channel = new BroadcastChannel(prefix);
    channel.onmessage = ({ data }) => windowIds.add(String(data));
    channel.postMessage("who is there?");
    setTimeout(() => {
      channel.close();
      resolve(windowIds);
    }, REPLY_TIMEOUT_MS);
  });
}
