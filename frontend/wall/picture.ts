// A picture of the wall as the browser draws it: the same elements, the same letters.
import type { Element, Picture } from "./protocol.ts";

export interface PictureOptions {
  /** How many dots across. */
  width?: number;
  background?: string;
  padding?: number;
}

window.EXCALIDRAW_ASSET_PATH ??= new URL(".", import.meta.url).href;

type Asked = Parameters<(typeof import("@excalidraw/excalidraw"))["exportToBlob"]>[0];

export async function pictureOf(
  elements: readonly Element[],
  files: readonly Picture[],
  { width, background = "#FFFFFF", padding = 0 }: PictureOptions = {},
): Promise<Blob> {
  // Only now: the fonts' address must be known before Excalidraw runs.
  const { exportToBlob } = await import("@excalidraw/excalidraw");
  return exportToBlob({
    elements: elements.filter(({ isDeleted }) => !isDeleted) as unknown as Asked["elements"],
    files: Object.fromEntries(files.map((file) => [file.id, file])) as unknown as Asked["files"],
    appState: { exportBackground: true, viewBackgroundColor: background, exportScale: 1 },
    exportPadding: padding,
    mimeType: "image/png",
    getDimensions: (wide: number, tall: number) => {
      const scale = width ? width / wide : 1;
      return { width: wide * scale, height: tall * scale, scale };
    },
  });
}
