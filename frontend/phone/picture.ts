// Makes one picture of a photo and a drawing, small enough for a room full of phones.
const LONGEST_SIDE = 1600;
const QUALITY = 0.85;

export interface Size {
  readonly width: number;
  readonly height: number;
}

/** Returns the size at which no side is longer than `longest`; smaller ones stay as they are. */
export function fitted({ width, height }: Size, longest = LONGEST_SIDE): Size {
  const scale = Math.min(1, longest / Math.max(width, height, 1));
  return { width: Math.max(1, Math.round(width * scale)), height: Math.max(1, Math.round(height * scale)) };
}

/** Returns the picture to send: the photo made smaller, with the drawing below it; null for none. */
export async function pictureOf(photo: File | null, drawing: HTMLCanvasElement | null): Promise<Blob | null> {
  if (!photo) return drawing && encoded([drawing], drawing);
  const image = await decoded(photo);
  // The server says what is wrong with what is no picture.
  if (!image) return photo;
  const size = fitted({ width: image.naturalWidth, height: image.naturalHeight });
  const made = await encoded(drawing ? [image, drawing] : [image], size);
  return !drawing && made && made.size >= photo.size ? photo : made;
}

async function decoded(photo: File): Promise<HTMLImageElement | null> {
  const image = new Image();
  image.src = URL.createObjectURL(photo);
  try {
    await image.decode();
    return image;
  } catch {
    return null;
  } finally {
    URL.revokeObjectURL(image.src);
  }
}

/** Draws the parts below each other: the first at its size, the others as wide as it. */
function encoded(parts: (HTMLImageElement | HTMLCanvasElement)[], first: Size): Promise<Blob | null> {
  const heights = parts.map((part, at) => (at ? Math.round((part.height / part.width) * first.width) : first.height));
  const canvas = document.createElement("canvas");
  canvas.width = first.width;
  canvas.height = heights.reduce((sum, height) => sum + height);
  const context = canvas.getContext("2d")!;
  let y = 0;
  parts.forEach((part, at) => {
    context.drawImage(part, 0, y, first.width, heights[at]!);
    y += heights[at]!;
  });
  return new Promise((resolve) => canvas.toBlob(resolve, "image/jpeg", QUALITY));
}
