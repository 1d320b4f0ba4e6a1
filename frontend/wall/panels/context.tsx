// What every panel needs: the wall and its state, and how to announce and to close.
import { createContext, useCallback, useContext, useSyncExternalStore, type ReactNode } from "react";
import type { Setting } from "../protocol.ts";
import type { Wall, WallState } from "../wall.ts";

export interface PanelContext {
  wall: Wall;
  /** Announces to screen readers what happened. */
  announce(words: string): void;
  /** Closes the panel; the outline beneath it is shown again. */
  close(): void;
}

const Context = createContext<PanelContext | null>(null);
// Apart from the rest, so that an announcement does not render the whole outline again.
const Announcement = createContext("");

export function PanelProvider({ context, announcement, children }: { context: PanelContext; announcement: string; children: ReactNode }) {
  return (
    <Context.Provider value={context}>
      <Announcement.Provider value={announcement}>{children}</Announcement.Provider>
    </Context.Provider>
  );
}

export function usePanel(): PanelContext {
  const context = useContext(Context);
  if (context === null) throw new Error("A panel is rendered outside of PanelProvider.");
  return context;
}

export function useWall(): Wall {
  return usePanel().wall;
}

export function useStateOfWall(wall: Wall): WallState {
  const subscribe = useCallback((listener: () => void) => wall.subscribe(listener), [wall]);
  return useSyncExternalStore(subscribe, () => wall.state());
}

export function useWallState(): WallState {
  return useStateOfWall(useWall());
}

export function useSetting(): Setting {
  const { setting } = useWallState();
  if (setting === null) throw new Error("A panel was opened before the setting of the wall was known.");
  return setting;
}

/** The announcements, for screen readers; also inside a modal dialog, which hides all else from them. */
export function LiveRegion() {
  return (
    <p className="pp-readers" role="status">
      {useContext(Announcement)}
    </p>
  );
}
