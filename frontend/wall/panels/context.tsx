// What every panel needs: the wall, what it stands at, and a way to say what happened.
import { createContext, useCallback, useContext, useSyncExternalStore, type ReactNode } from "react";
import type { Setting } from "../protocol.ts";
import type { Wall, WallState } from "../wall.ts";

interface Room {
  wall: Wall;
  /** Tells people who do not see the wall what happened. */
  tell(words: string): void;
  /** Closes the panel; an outline that lies beneath is there again. */
  leave(): void;
}

const Here = createContext<Room | null>(null);
// Apart from the room, so that a sentence does not draw the whole outline anew.
const Words = createContext("");

export function RoomOf({ room, told, children }: { room: Room; told: string; children: ReactNode }) {
  return (
    <Here.Provider value={room}>
      <Words.Provider value={told}>{children}</Words.Provider>
    </Here.Provider>
  );
}

export function useRoom(): Room {
  const room = useContext(Here);
  if (room === null) throw new Error("A panel stands outside of the panels.");
  return room;
}

export function useWall(): Wall {
  return useRoom().wall;
}

export function useStateOf(wall: Wall): WallState {
  const subscribe = useCallback((listener: () => void) => wall.subscribe(listener), [wall]);
  return useSyncExternalStore(subscribe, () => wall.state());
}

export function useWallState(): WallState {
  return useStateOf(useWall());
}

export function useSetting(): Setting {
  const { setting } = useWallState();
  if (setting === null) throw new Error("A panel was opened before the wall knew its setting.");
  return setting;
}

/** What happened, for screen readers; also inside a dialog, which hides all else from them. */
export function Told() {
  return (
    <p className="pp-readers" role="status">
      {useContext(Words)}
    </p>
  );
}
