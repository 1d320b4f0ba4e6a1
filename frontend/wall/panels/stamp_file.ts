// The file of the stamps, fetched once from where the wall itself came from.
import { useEffect, useState } from "react";
import type { Box } from "./stamp_library.ts";

let coming: Promise<Box> | null = null;

async function fetched(): Promise<Box> {
  // The wall says where its files lie; this part of it may lie in a folder of its own.
  const place = [window.EXCALIDRAW_ASSET_PATH ?? import.meta.url].flat()[0];
  const answer = await fetch(new URL("stamps.json", place));
  if (!answer.ok) throw new Error(`stamps: ${answer.status}`);
  return (await answer.json()) as Box;
}

export function useBox(): Box | "waiting" | "missing" {
  const [box, setBox] = useState<Box | "waiting" | "missing">("waiting");
  useEffect(() => {
    let here = true;
    coming ??= fetched();
    coming
      .then((come) => here && setBox(come))
      .catch(() => {
        coming = null;
        if (here) setBox("missing");
      });
    return () => {
      here = false;
    };
  }, []);
  return box;
}
