// The dialog that is open over the board, if any.
import { ChooseTheme } from "./choose_theme.tsx";
import { useBoardState } from "./context.tsx";
import { DisagreementForm } from "./disagreement_form.tsx";
import { MergeDialog, TakeApartDialog, ThemeMenu } from "./menu.tsx";
import { MakeThemeDialog, RenameThemeDialog, SplitThemeDialog } from "./name_form.tsx";
import { OfferPanel } from "./offer_panel.tsx";
import { StatementForm } from "./statement_form.tsx";
import { ClusterSuggestions } from "./suggestions.tsx";

export function CurrentDialog() {
  const open = useBoardState((state) => state.open);
  const themes = useBoardState((state) => state.themes);
  if (open === null) return null;
  if (open.kind === "choose") return <ChooseTheme cards={open.cards} />;
  if (open.kind === "make") return <MakeThemeDialog cards={open.cards} />;
  if (open.kind === "disagree") return <DisagreementForm one={open.one} other={open.other} />;
  if (open.kind === "seeds") return <ClusterSuggestions />;
  const theme = themes.get(open.theme);
  // Another window may have taken the theme apart meanwhile.
  if (!theme) return null;
  switch (open.kind) {
    case "theme":
      return <ThemeMenu theme={theme} />;
    case "offers":
      return <OfferPanel theme={theme} />;
    case "rename":
      return <RenameThemeDialog theme={theme} />;
    case "state":
      return <StatementForm theme={theme} />;
    case "merge":
      return <MergeDialog theme={theme} />;
    case "apart":
      return <TakeApartDialog theme={theme} />;
    case "split":
      return <SplitThemeDialog theme={theme} cards={open.cards} />;
  }
  return null;
}
