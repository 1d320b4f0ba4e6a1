// From a chosen file to a JPEG that is small enough and tells nothing of where it was taken.

export class Refused extends Error {
  readonly why: Refusal;

  constructor(why: Refusal) {
    super(why);
    this.why = why;
  }
}

/** Opens a file as a picture, the right way up; throws `Refused` with the reason. */
export async function opened(file: File): Promise<ImageBitmap> {
  const why = refusedFile(file);
  if (why !== null) throw new Refused(why);
  const picture = await createImageBitmap(file, { imageOrientation: "from-image" }).catch(() => {
    throw new Refused("photo.no_picture");
  });
  const size = refusedSize(picture.width, picture.height);
  if (size !== null) {
    picture.close();
    throw new Refused(size);
  }
  return picture;
}

export interface Made {
  dataURL: string;
  mimeType: string;
  width: number;
  height: number;
}

/** Draws it anew, no larger than this: what the camera wrote beside the picture stays behind. */
export function drawnAnew(picture: ImageBitmap, longest: number): Made {
  const { width, height } = fitted(picture.width, picture.height, longest);
  const canvas = document.createElement("canvas");
  canvas.width = width;
  canvas.height = height;
  const drawing = canvas.getContext("2d");
  if (drawing === null) throw new Refused("photo.too_large");
  drawing.fillStyle = "#ffffff";
  drawing.fillRect(0, 0, width, height);
  drawing.imageSmoothingQuality = "high";
  drawing.drawImage(picture, 0, 0, width, height);
  return { dataURL: written(canvas), mimeType: "image/jpeg", width, height };
}

function written(canvas: HTMLCanvasElement): string {
  for (const quality of [0.85, 0.7, 0.5, 0.3]) {
    const dataURL = canvas.toDataURL("image/jpeg", quality);
    // A canvas that the machine has no room for gives back nothing.
    if (dataURL.startsWith("data:image/jpeg") && dataURL.length <= MOST_LETTERS_OF_A_PHOTO) return dataURL;
  }
  throw new Refused("photo.too_large");
}

export const MOST_BYTES = 40_000_000;
const MOST_PIXELS = 120_000_000;
/** As it travels, in base64; a plan keeps no larger one. */
const MOST_LETTERS_OF_A_PHOTO = 4_000_000;
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
