// The file of the stamps, fetched once from where the wall itself came from.
import { useEffect, useState } from "react";
import type { Box } from "./stamp_box.ts";

let coming: Promise<Box> | null = null;

async function fetched(): Promise<Box> {
  const answer = await fetch(new URL("stamps.json", import.meta.url));
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
