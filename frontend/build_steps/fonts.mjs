// Copies the TrueType files of the poster, the reports and the pages into the package.
import { copyFile, mkdir, rm } from "node:fs/promises";
import path from "node:path";

const REGULAR = ["400Regular", "Regular"];
const BOLD = ["700Bold", "Bold"];

// [npm package, name of the family's files, weights]
const FAMILIES = [
  ["shantell-sans", "ShantellSans", [REGULAR, BOLD]],
  ["noto-sans", "NotoSans", [REGULAR, BOLD]],
  ["noto-sans-bengali", "NotoSansBengali", [REGULAR, BOLD]],
  ["noto-sans-devanagari", "NotoSansDevanagari", [REGULAR, BOLD]],
  ["noto-sans-gujarati", "NotoSansGujarati", [REGULAR, BOLD]],
  ["noto-sans-gurmukhi", "NotoSansGurmukhi", [REGULAR, BOLD]],
  ["noto-sans-tamil", "NotoSansTamil", [REGULAR, BOLD]],
  ["noto-naskh-arabic", "NotoNaskhArabic", [REGULAR, BOLD]],
  ["noto-emoji", "NotoEmoji", [REGULAR]],
];

/** Returns the copied files, relative to `target`. */
export async function copyFonts({ source, target }) {
  const folder = path.join(target, "fonts");
  await rm(folder, { recursive: true, force: true });
  await mkdir(folder, { recursive: true });
  const copies = FAMILIES.flatMap(([pkg, family, weights]) =>
    weights.map(([weight, name]) => ({
      from: path.join(
        source, "node_modules", "@expo-google-fonts", pkg, weight, `${family}_${weight}.ttf`,
      ),
      to: path.join(folder, `${family}-${name}.ttf`),
    })),
  );
  await Promise.all(copies.map(({ from, to }) => copyFile(from, to)));
  return copies.map(({ to }) => path.relative(target, to));
}
