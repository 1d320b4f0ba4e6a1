// From a chosen file to a JPEG that is small enough and has no location data.

/** Why a photo is not taken, as a key of the translations. */
export class PhotoRefused extends Error {
  readonly reason: Refusal;

  constructor(why: Refusal) {
    super(why);
    this.reason = why;
  }
}

/** Opens a file as a bitmap, the right way up; throws `PhotoRefused`. */
export async function openPhoto(file: File): Promise<ImageBitmap> {
  const fileProblem = fileRefusal(file);
  if (fileProblem !== null) throw new PhotoRefused(fileProblem);
  const opened = isSvg(file) ? openSvg(file) : createImageBitmap(file, { imageOrientation: "from-image" });
  const picture = await opened.catch(() => {
    throw new PhotoRefused("photo.no_picture");
  });
  const sizeProblem = sizeRefusal(picture.width, picture.height);
  if (sizeProblem !== null) {
    picture.close();
    throw new PhotoRefused(sizeProblem);
  }
  return picture;
}

function isSvg({ name, type }: File): boolean {
  return type === "image/svg+xml" || (type === "" && /\.svg$/i.test(name));
}

/** Draws an SVG as an image, in which nothing runs and nothing is loaded. */
async function openSvg(file: File): Promise<ImageBitmap> {
  const address = URL.createObjectURL(new Blob([file], { type: "image/svg+xml" }));
  try {
    const image = new Image();
    image.src = address;
    await image.decode();
    const { width, height } = fitWithin(image.naturalWidth || SVG_SIDE, image.naturalHeight || SVG_SIDE, MAX_SIDE);
    return await createImageBitmap(image, { resizeWidth: width, resizeHeight: height });
  } finally {
    URL.revokeObjectURL(address);
  }
}

export interface JpegPhoto {
  dataURL: string;
  mimeType: string;
  width: number;
  height: number;
}

/** Encodes a bitmap anew, scaled down: the metadata of the camera is left behind. */
export function toJpeg(picture: ImageBitmap, maxSide: number): JpegPhoto {
  const { width, height } = fitWithin(picture.width, picture.height, maxSide);
  const canvas = document.createElement("canvas");
  canvas.width = width;
  canvas.height = height;
  const context = canvas.getContext("2d");
  if (context === null) throw new PhotoRefused("photo.too_large");
  context.fillStyle = "#ffffff";
  context.fillRect(0, 0, width, height);
  context.imageSmoothingQuality = "high";
  context.drawImage(picture, 0, 0, width, height);
  return { dataURL: encodeJpeg(canvas), mimeType: "image/jpeg", width, height };
}

function encodeJpeg(canvas: HTMLCanvasElement): string {
  for (const quality of [0.85, 0.7, 0.5, 0.3]) {
    const dataURL = canvas.toDataURL("image/jpeg", quality);
    // A canvas that does not fit into memory returns an empty image.
    if (dataURL.startsWith("data:image/jpeg") && dataURL.length <= MAX_DATA_URL_LENGTH) return dataURL;
  }
  throw new PhotoRefused("photo.too_large");
}

export const MAX_BYTES = 40_000_000;
const MAX_PIXELS = 120_000_000;
/** As it is sent, in base64; the server keeps no larger one. */
const MAX_DATA_URL_LENGTH = 4_000_000;
export const MAX_SIDE = 2000;
/** For an SVG that does not say how large it is. */
const SVG_SIDE = 1000;
export const MAX_SIDE_BENEATH = 3000;

export type Refusal = "photo.no_picture" | "photo.too_large" | "photo.empty" | "photo.failed";

/** Why a file is not even opened, or null. */
export function fileRefusal(file: { size: number; type: string }): Refusal | null {
  if (file.size === 0) return "photo.empty";
  if (file.size > MAX_BYTES) return "photo.too_large";
  // Some cameras give no type at all: those files are tried.
  if (file.type !== "" && !file.type.startsWith("image/")) return "photo.no_picture";
  return null;
}

/** Why an opened bitmap is not taken, or null. */
export function sizeRefusal(width: number, height: number): Refusal | null {
  if (width < 1 || height < 1) return "photo.no_picture";
  return width * height > MAX_PIXELS ? "photo.too_large" : null;
}

/** The size with a longest side of at most `maxSide`; small photos stay as they are. */
export function fitWithin(width: number, height: number, maxSide: number): { width: number; height: number } {
  const scale = Math.min(1, maxSide / Math.max(width, height));
  return { width: Math.max(1, Math.round(width * scale)), height: Math.max(1, Math.round(height * scale)) };
}
