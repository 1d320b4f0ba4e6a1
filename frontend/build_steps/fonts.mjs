// Copies the TrueType files of the wall, the poster and the reports into the package, once for all.
import { copyFile, mkdir } from "node:fs/promises";
import path from "node:path";

const REGULAR = ["400Regular", "Regular"];
const BOLD = ["700Bold", "Bold"];
const BOTH = [REGULAR, BOLD];

// [npm package, name of the family's files, weights], in the order in which they are tried. A Korean
// font is as large as all others together: one weight of it is enough.
export const FAMILIES = [
  ["shantell-sans", "ShantellSans", BOTH],
  ["noto-sans", "NotoSans", BOTH],
  ["noto-naskh-arabic", "NotoNaskhArabic", BOTH],
  ["noto-sans-bengali", "NotoSansBengali", BOTH],
  ["noto-sans-gurmukhi", "NotoSansGurmukhi", BOTH],
  ["noto-sans-gujarati", "NotoSansGujarati", BOTH],
  ["noto-sans-devanagari", "NotoSansDevanagari", BOTH],
  ["noto-sans-tamil", "NotoSansTamil", BOTH],
  ["noto-sans-hebrew", "NotoSansHebrew", BOTH],
  ["noto-sans-thai", "NotoSansThai", BOTH],
  ["noto-sans-ethiopic", "NotoSansEthiopic", BOTH],
  ["noto-sans-sinhala", "NotoSansSinhala", BOTH],
  ["noto-sans-telugu", "NotoSansTelugu", BOTH],
  ["noto-sans-malayalam", "NotoSansMalayalam", BOTH],
  ["noto-sans-georgian", "NotoSansGeorgian", BOTH],
  ["noto-sans-armenian", "NotoSansArmenian", BOTH],
  ["noto-sans-khmer", "NotoSansKhmer", BOTH],
  ["noto-sans-myanmar", "NotoSansMyanmar", BOTH],
  ["noto-sans-kr", "NotoSansKR", [REGULAR]],
  ["noto-emoji", "NotoEmoji", [REGULAR]],
];

/** Copies all files into a folder; returns the family, the weight and the path of each. */
export async function copyFonts(source, folder) {
  await mkdir(folder, { recursive: true });
  const copies = FAMILIES.flatMap(([pkg, family, weights]) =>
    weights.map(([weight, name]) => ({
      family,
      weight: name,
      from: path.join(
        source, "node_modules", "@expo-google-fonts", pkg, weight, `${family}_${weight}.ttf`,
      ),
      file: path.join(folder, `${family}-${name}.ttf`),
    })),
  );
  await Promise.all(copies.map(({ from, file }) => copyFile(from, file)));
  return copies;
}
