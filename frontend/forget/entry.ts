// Deletes what this browser still has of documents that were erased: drafts, secrets and waiting changes.
import { forgetDrafts } from "../line_input/remembered.ts";
import { forgetSecrets } from "../sync/browser_secret.ts";
import { forgetDocuments } from "../sync/offline_store.ts";

const KINDS = ["line", "wall", "themes", "agenda", "harvest"];

export default function ({ data: { ids } }: { data: { ids: readonly string[] } }): void {
  forgetDrafts(ids);
  forgetSecrets(ids);
  for (const kind of KINDS) void forgetDocuments(kind, ids);
}
