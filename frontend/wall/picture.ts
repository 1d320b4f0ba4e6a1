// A PNG of the wall as the browser draws it: the same elements, the same fonts.
import type { Element, ImageFile } from "./protocol.ts";

export interface PictureOptions {
  /** In pixels. */
  width?: number;
  background?: string;
  padding?: number;
}

window.EXCALIDRAW_ASSET_PATH ??= new URL(".", import.meta.url).href;

type ExportOptions = Parameters<(typeof import("@excalidraw/excalidraw"))["exportToBlob"]>[0];

/** Draws these elements onto a canvas of their own. */
export async function pictureOf(
  elements: readonly Element[],
  files: readonly ImageFile[],
  { width, background = "#FFFFFF", padding = 0 }: PictureOptions = {},
): Promise<Blob> {
  // Only now: the address of the fonts must be set before Excalidraw runs.
  const { exportToBlob } = await import("@excalidraw/excalidraw");
  return exportToBlob({
    elements: elements.filter(({ isDeleted }) => !isDeleted) as unknown as ExportOptions["elements"],
    files: Object.fromEntries(files.map((file) => [file.id, file])) as unknown as ExportOptions["files"],
    appState: { exportBackground: true, viewBackgroundColor: background, exportScale: 1 },
    exportPadding: padding,
    mimeType: "image/png",
    getDimensions: (naturalWidth: number, naturalHeight: number) => {
      const scale = width ? width / naturalWidth : 1;
      return { width: naturalWidth * scale, height: naturalHeight * scale, scale };
    },
  });
}
