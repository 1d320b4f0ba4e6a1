// The icons of the tools: outlines of Tabler Icons, bundled as they are.
import arrow from "@tabler/icons/outline/arrow-narrow-right.svg";
import redo from "@tabler/icons/outline/arrow-forward-up.svg";
import undo from "@tabler/icons/outline/arrow-back-up.svg";
import lead from "@tabler/icons/outline/broadcast.svg";
import ellipse from "@tabler/icons/outline/circle.svg";
import more from "@tabler/icons/outline/dots.svg";
import eraser from "@tabler/icons/outline/eraser.svg";
import follow from "@tabler/icons/outline/eye.svg";
import laser from "@tabler/icons/outline/flare.svg";
import fingers from "@tabler/icons/outline/hand-finger.svg";
import hand from "@tabler/icons/outline/hand-stop.svg";
import marker from "@tabler/icons/outline/highlight.svg";
import line from "@tabler/icons/outline/line.svg";
import outline from "@tabler/icons/outline/list-details.svg";
import stages from "@tabler/icons/outline/map-pin.svg";
import whole from "@tabler/icons/outline/maximize.svg";
import speaker from "@tabler/icons/outline/message-user.svg";
import card from "@tabler/icons/outline/note.svg";
import pen from "@tabler/icons/outline/pencil.svg";
import photo from "@tabler/icons/outline/photo.svg";
import select from "@tabler/icons/outline/pointer.svg";
import hide from "@tabler/icons/outline/presentation.svg";
import box from "@tabler/icons/outline/rectangle.svg";
import sign from "@tabler/icons/outline/signature.svg";
import stamps from "@tabler/icons/outline/sticker.svg";
import text from "@tabler/icons/outline/typography.svg";
import nearer from "@tabler/icons/outline/zoom-in.svg";
import farther from "@tabler/icons/outline/zoom-out.svg";

const ICONS: Readonly<Record<string, string>> = {
  arrow, redo, undo, lead, ellipse, more, eraser, follow, laser, fingers, hand, marker, line,
  outline, stages, whole, speaker, card, pen, photo, select, hide, box, sign, stamps, text,
  nearer, farther,
};

export function Icon({ name }: { name: string }) {
  // SVG of a pinned package, inlined by the build: never anything that a person typed.
  return <span className="wall-icon" aria-hidden="true" dangerouslySetInnerHTML={{ __html: ICONS[name] ?? "" }} />;
}
