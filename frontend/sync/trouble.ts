// Why nothing can be saved at the moment. Pure.

/** Returns the reason to show: the one of a failed save stays until a save has succeeded. */
export function troubleAfter(
  before: string,
  message: { done: readonly string[]; trouble?: string | undefined },
  { settled, waiting }: { settled: readonly { id: string }[]; waiting: number },
): string {
  if (message.trouble) return message.trouble;
  const succeeded = settled.some(({ id }) => message.done.includes(id));
  return succeeded || waiting === 0 ? "" : before;
}
