// How large a photo may be: pure, so that Node can test it.

export const MOST_BYTES = 40_000_000;
export const MOST_PIXELS = 120_000_000;
/** As it travels, in base64; a plan keeps no larger one. */
export const MOST_LETTERS_OF_A_PHOTO = 4_000_000;
export const LONG_SIDE = 2000;
export const LONG_SIDE_UNDER = 3000;

export type Refusal = "photo.no_picture" | "photo.too_large" | "photo.empty" | "photo.failed";

/** Why a file is not even opened, or null. */
export function refusedFile(file: { size: number; type: string }): Refusal | null {
  if (file.size === 0) return "photo.empty";
  if (file.size > MOST_BYTES) return "photo.too_large";
  // Some cameras name no type at all: those are tried.
  if (file.type !== "" && !file.type.startsWith("image/")) return "photo.no_picture";
  return null;
}

/** Why an opened picture is not taken, or null. */
export function refusedSize(width: number, height: number): Refusal | null {
  if (width < 1 || height < 1) return "photo.no_picture";
  return width * height > MOST_PIXELS ? "photo.too_large" : null;
}

/** The size within the longest side; small pictures stay as they are. */
export function fitted(width: number, height: number, longest: number): { width: number; height: number } {
  const scale = Math.min(1, longest / Math.max(width, height));
  return { width: Math.max(1, Math.round(width * scale)), height: Math.max(1, Math.round(height * scale)) };
}
