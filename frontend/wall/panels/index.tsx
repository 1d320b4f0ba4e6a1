// The panels of the wall: one is open at a time; the outline stays open beneath another one.
import { useCallback, useMemo, useState } from "react";
import type { Panel, Wall } from "../wall.ts";
import { CardPanel } from "./card.tsx";
import { ClothLine } from "./cloth_line.tsx";
import { LiveRegion, PanelProvider, useSetting, useStateOfWall, type PanelContext } from "./context.tsx";
import { DrawingPanel } from "./drawing.tsx";
import { LinesPanel } from "./lines.tsx";
import { Outline } from "./outline.tsx";
import { PhotoPanel } from "./photo.tsx";
import { RemovePanel } from "./remove.tsx";
import { SignPanel } from "./sign.tsx";
import { SpeakerPanel } from "./speaker.tsx";
import { StagesPanel } from "./stages.tsx";
import { StampPanel } from "./stamps.tsx";

export function Panels({ wall }: { wall: Wall }) {
  const state = useStateOfWall(wall);
  const [announcement, setAnnouncement] = useState("");
  const announce = useCallback((words: string) => {
    // An invisible character makes the same words new, so that they are announced again.
    setAnnouncement((previous) => (previous === words ? `${words}\u200b` : words));
  }, []);
  const outlineBeneath = useOutlineBeneath(state.panel);
  const close = useCallback(() => wall.open(outlineBeneath ? "outline" : null), [wall, outlineBeneath]);
  const context = useMemo<PanelContext>(() => ({ wall, announce, close }), [wall, announce, close]);
  if (state.setting === null) return null;
  return (
    <PanelProvider context={context} announcement={announcement}>
      <LiveRegion />
      {state.panel === "outline" || outlineBeneath ? <Outline /> : null}
      {state.panel === null || state.panel === "outline" ? null : <OpenPanel panel={state.panel} />}
    </PanelProvider>
  );
}

/** Whether the outline stays open while another panel is over it. */
function useOutlineBeneath(panel: Panel | null): boolean {
  const [last, setLast] = useState(panel);
  const [wasBeneath, setWasBeneath] = useState(false);
  if (panel === last) return wasBeneath;
  const isBeneath = panel !== null && panel !== "outline" && (last === "outline" || wasBeneath);
  setLast(panel);
  setWasBeneath(isBeneath);
  return isBeneath;
}

function OpenPanel({ panel }: { panel: Exclude<Panel, "outline"> }) {
  const { cloth } = useSetting();
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
  if ("photo" in panel) return <PhotoPanel arrival={panel} />;
  if ("drawing" in panel) return <DrawingPanel request={panel} />;
  if ("lines" in panel) return <LinesPanel request={panel} />;
  if ("sign" in panel) return <SignPanel commitment={panel.sign} />;
  if (cloth && panel.card !== null) return <ClothLine record={panel.card} />;
  return <CardPanel key={panel.card ?? ""} request={panel} />;
}
