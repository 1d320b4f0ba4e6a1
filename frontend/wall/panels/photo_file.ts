// From a chosen file to a JPEG that is small enough and tells nothing of where it was taken.
import { fitted, MOST_LETTERS_OF_A_PHOTO, refusedFile, refusedSize, type Refusal } from "./photo_size.ts";

export class Refused extends Error {
  constructor(readonly why: Refusal) {
    super(why);
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
