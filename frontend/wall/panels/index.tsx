// The panels beside the wall: one is open at a time; the outline stays beneath another one.
import { useCallback, useMemo, useState } from "react";
import type { Panel, Wall } from "../wall.ts";
import { CardPanel } from "./card.tsx";
import { RoomOf, Told, useStateOf } from "./context.tsx";
import { Outline } from "./outline.tsx";
import { PhotoPanel } from "./photo.tsx";
import { RemovePanel } from "./remove.tsx";
import { SignPanel } from "./sign.tsx";
import { SpeakerPanel } from "./speaker.tsx";
import { StagesPanel } from "./stages.tsx";
import { StampPanel } from "./stamps.tsx";

export function Panels({ wall }: { wall: Wall }) {
  const state = useStateOf(wall);
  const [told, setTold] = useState("");
  const tell = useCallback((words: string) => {
    // The same words twice are told twice: an unseen sign makes them new.
    setTold((before) => (before === words ? `${words}\u200b` : words));
  }, []);
  const beneath = useOutlineBeneath(state.panel);
  const leave = useCallback(() => wall.open(beneath ? "outline" : null), [wall, beneath]);
  const room = useMemo(() => ({ wall, tell, leave }), [wall, tell, leave]);
  if (state.setting === null) return null;
  return (
    <RoomOf room={room} told={told}>
      <Told />
      {state.panel === "outline" || beneath ? <Outline /> : null}
      {state.panel === null || state.panel === "outline" ? null : <Opened panel={state.panel} />}
    </RoomOf>
  );
}

/** Whether the outline stays where it is while another panel lies over it. */
function useOutlineBeneath(panel: Panel | null): boolean {
  const [last, setLast] = useState(panel);
  const [beneath, setBeneath] = useState(false);
  if (panel === last) return beneath;
  const now = panel !== null && panel !== "outline" && (last === "outline" || beneath);
  setLast(panel);
  setBeneath(now);
  return now;
}

function Opened({ panel }: { panel: Exclude<Panel, "outline"> }) {
  switch (panel) {
    case "stamps":
      return <StampPanel />;
    case "photo":
      return <PhotoPanel />;
    case "sign":
      return <SignPanel commitment={null} />;
    case "stages":
      return <StagesPanel />;
    case "speaker":
      return <SpeakerPanel />;
  }
  if ("remove" in panel) return <RemovePanel records={panel.remove} marks={panel.marks ?? []} />;
  if ("sign" in panel) return <SignPanel commitment={panel.sign} />;
  return <CardPanel key={panel.card ?? ""} asked={panel} />;
}
