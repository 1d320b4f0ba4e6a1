// Puts stamps and photos onto free ground of the board, and recolours stamps.
import type { WallController } from "./controller.ts";
import { roleOf } from "./elements.ts";
import { freePoint, isWithin, sharedPart, standingBoxes } from "./free_ground.ts";
import { photoSize, placeImage, placeStamp, recolourStamp, STAMP_SIZE, type Placed } from "./placement.ts";
import type { ImageFile } from "./protocol.ts";
import type { NewImage, NewStamp } from "./wall.ts";

type Point = readonly [number, number];

export class Placing {
  /** By element: the photos that the server does not have yet. */
  readonly files = new Map<string, ImageFile>();

  constructor(private readonly controller: WallController) {}

  addStamp(stamp: NewStamp): void {
    const at = stamp.at ?? this.#freePoint([STAMP_SIZE, STAMP_SIZE]);
    this.#add(placeStamp(stamp, at, this.controller.state().speaker));
  }

  addImage(image: NewImage): void {
    const { setting, speaker } = this.controller.state();
    const { width, height } = setting ?? image;
    const centre: Point = [width / 2, height / 2];
    const at = image.at ?? (image.under ? centre : this.#freePoint(photoSize(image)));
    const placed = placeImage(image, at, speaker, { width, height });
    this.files.set(placed.element.id, placed.file);
    this.#add(placed);
  }

  recolour(marks: readonly string[], colour: string, svg: (stamp: string) => string): void {
    const { scene } = this.controller;
    const placed = (scene?.elements ?? []).flatMap((element) => {
      const role = roleOf(element);
      const isOurs = role.part === "mark" && role.stamp && marks.includes(element.id);
      return isOurs ? [recolourStamp(element, colour, svg(role.stamp ?? ""))] : [];
    });
    scene?.addFiles(placed.map(({ file }) => file));
    scene?.put(placed.map(({ element }) => element));
  }

  #add({ element, file }: Placed): void {
    const { scene, tools } = this.controller;
    scene?.addFiles([file]);
    scene?.put([element]);
    tools.selectTool("select");
    this.controller.select([element.id]);
  }

  /** Free ground nearest to where somebody tapped, or to the middle of the view. */
  #freePoint(size: Point): Point {
    const { tappedAt, setting } = this.controller.state();
    const { camera, scene } = this.controller;
    const from = tappedAt ?? this.controller.centre();
    if (!camera || !setting) return from;
    const within = sharedPart(camera.visibleBox, [0, 0, setting.width, setting.height]);
    // Who taps beside the paper means just that place.
    if (tappedAt && !isWithin(tappedAt, within)) return tappedAt;
    return freePoint(standingBoxes(scene?.elements ?? []), size, from, within);
  }
}
