// What is open over the board: one dialog at a time.
import { Choose } from "./choose_theme.tsx";
import { usePart } from "./context.tsx";
import { Disagreeing } from "./disagreement_form.tsx";
import { Merge, TakeApart, ThemeMenu } from "./menu.tsx";
import { Make, Rename, Split } from "./name_form.tsx";
import { Stating } from "./statement_form.tsx";
import { Seeds } from "./suggestions.tsx";

export function Opened() {
  const open = usePart((state) => state.open);
  const themes = usePart((state) => state.themes);
  if (open === null) return null;
  if ("hand" in open && open.kind === "choose") return <Choose hand={open.hand} />;
  if (open.kind === "make") return <Make hand={open.hand} />;
  if (open.kind === "disagree") return <Disagreeing one={open.one} other={open.other} />;
  if (open.kind === "seeds") return <Seeds />;
  const theme = themes.get(open.theme);
  // Another window may have taken it apart meanwhile.
  if (!theme) return null;
  switch (open.kind) {
    case "theme":
      return <ThemeMenu theme={theme} />;
    case "rename":
      return <Rename theme={theme} />;
    case "state":
      return <Stating theme={theme} />;
    case "merge":
      return <Merge theme={theme} />;
    case "apart":
      return <TakeApart theme={theme} />;
    case "split":
      return <Split theme={theme} hand={open.hand} />;
  }
  return null;
}
