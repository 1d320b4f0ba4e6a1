// The icons of the buttons: outlines of Tabler Icons; each button has a text as well.
import undo from "@tabler/icons/outline/arrow-back-up.svg";
import idea from "@tabler/icons/outline/bulb.svg";
import more from "@tabler/icons/outline/dots.svg";
import into from "@tabler/icons/outline/folder-symlink.svg";
import whole from "@tabler/icons/outline/maximize.svg";
import put from "@tabler/icons/outline/circle-arrow-down.svg";
import sides from "@tabler/icons/outline/columns-2.svg";
import plus from "@tabler/icons/outline/plus.svg";

const ICONS: Readonly<Record<string, string>> = { undo, idea, more, into, whole, put, sides, plus };

export function Icon({ name }: { name: string }) {
  // SVG of a pinned package, inlined by the build: never anything that a person typed.
  return <span className="tb-icon" aria-hidden="true" dangerouslySetInnerHTML={{ __html: ICONS[name] ?? "" }} />;
}
