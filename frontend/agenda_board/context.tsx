// What every component of the agenda wall needs: the store and its state.
import { createContext, useContext, useSyncExternalStore } from "react";
import type { State, Store } from "./store.ts";

export const AgendaContext = createContext<Store | null>(null);

export function useStore(): Store {
  const store = useContext(AgendaContext);
  if (store === null) throw new Error("A component of the agenda wall is rendered outside of AgendaContext.");
  return store;
}

/** A part of the state of the wall; the component renders again only when that part changes. */
export function useWall<Selected>(selector: (state: State) => Selected): Selected {
  const store = useStore();
  return useSyncExternalStore(store.subscribe, () => selector(store.state()));
}
