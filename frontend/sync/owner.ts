// What the browser keeps has a name: the id of a document, alone or before a colon and a field.

/** Says whether a name is that of one of these documents, or of a field of one. */
export function isOfOneOf(documentIds: readonly string[], name: string): boolean {
  return documentIds.includes(name.split(":", 1)[0] ?? "");
}
