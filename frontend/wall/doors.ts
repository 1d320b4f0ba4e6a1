// The doors of the wall: whatever is dropped or pasted comes through here, before Excalidraw sees it.
import { arrivalOf, arrivalRefusal, holdsDrawing, kindOfFile, type Parcel } from "./arrivals.ts";
import type { WallController } from "./controller.ts";
import { MAX_BYTES } from "./panels/photo_file.ts";

type Point = readonly [number, number];

const FIELDS = "input, textarea, select, [contenteditable='true']";
const LIBRARY_TYPE = "application/vnd.excalidrawlib+json";

/** Listens to the whole page; returns how to stop. */
export function listenAtDoors(controller: WallController): () => void {
  // Linux pastes at a click of the middle button, with which people move the wall.
  let isMiddleButton = false;
  const press = (event: Event) => (isMiddleButton = event instanceof PointerEvent && event.button === 1);
  const paste = (event: ClipboardEvent) => {
    if (!event.clipboardData || !isPasteForWall(controller, event)) return;
    if (isMiddleButton) {
      take(event);
      return;
    }
    const parcel = parcelOf(event.clipboardData);
    if (arrivalOf(parcel, knownTo(controller)).kind === "own") {
      // The board pastes only while it has the focus; a button of ours may have it.
      controller.focusWall();
      return;
    }
    take(event);
    receive(controller, parcel, controller.state().tappedAt);
  };
  const dragOver = (event: DragEvent) => {
    if (!isDropForWall(controller, event)) return;
    take(event);
    if (event.dataTransfer) event.dataTransfer.dropEffect = isDialogOpen(controller) && !isPhotoOpen(controller) ? "none" : "copy";
  };
  const drop = (event: DragEvent) => {
    if (!event.dataTransfer || !isDropForWall(controller, event)) return;
    // Even where nothing is taken in: the browser would open the file in place of the wall.
    take(event);
    const parcel = parcelOf(event.dataTransfer);
    if (isPhotoOpen(controller)) choosePicture(controller, parcel.files[0]);
    else if (!isDialogOpen(controller)) receive(controller, parcel, controller.pointAt(event.clientX, event.clientY));
  };
  window.addEventListener("pointerdown", press, true);
  window.addEventListener("keydown", press, true);
  window.addEventListener("paste", paste, true);
  window.addEventListener("dragover", dragOver, true);
  window.addEventListener("drop", drop, true);
  return () => {
    window.removeEventListener("pointerdown", press, true);
    window.removeEventListener("keydown", press, true);
    window.removeEventListener("paste", paste, true);
    window.removeEventListener("dragover", dragOver, true);
    window.removeEventListener("drop", drop, true);
  };
}

const CHOOSER = "wall-file";

/** Asks for a file, which then comes in as if it were dropped. */
export function chooseFile(controller: WallController): void {
  const input = controller.root.querySelector<HTMLInputElement>(`.${CHOOSER}`) ?? chooser(controller);
  // The same file may be chosen again.
  input.value = "";
  input.click();
}

/** Puts the field for files onto the page. It stays: the browser may forget one that is taken away. */
function chooser(controller: WallController): HTMLInputElement {
  const input = controller.root.ownerDocument.createElement("input");
  input.type = "file";
  input.className = CHOOSER;
  input.hidden = true;
  input.autocomplete = "off";
  input.addEventListener("change", () => receive(controller, { files: [...(input.files ?? [])], text: "" }, null));
  controller.root.append(input);
  return input;
}

function take(event: Event): void {
  event.preventDefault();
  event.stopImmediatePropagation();
}

/** Fields and dialogs keep what is pasted into them, as does the rest of the page. */
function isPasteForWall({ root }: WallController, { target }: Event): boolean {
  if (!(target instanceof Element) || target.closest(`${FIELDS}, dialog`)) return false;
  return target === root.ownerDocument.body || root.contains(target);
}

/** Words that are edited on the board keep words that are dropped on them; no file is for a field. */
function isDropForWall({ root }: WallController, event: DragEvent): boolean {
  const { target } = event;
  if (!(target instanceof Element)) return false;
  const hasFiles = event.dataTransfer?.types.includes("Files") ?? false;
  if (target.closest("input[type='file']") || (target.closest(FIELDS) && !hasFiles)) return false;
  return hasFiles || root.contains(target);
}

function isDialogOpen({ root }: WallController): boolean {
  return root.ownerDocument.querySelector("dialog:modal") !== null;
}

function isPhotoOpen(controller: WallController): boolean {
  const { panel } = controller.state();
  return panel === "photo" || (panel !== null && typeof panel === "object" && "photo" in panel);
}

function choosePicture(controller: WallController, file: File | undefined): void {
  if (file && kindOfFile(file) === "picture") controller.open({ photo: file });
}

function parcelOf(data: DataTransfer): Parcel<File> {
  return { files: [...data.files], text: data.getData(LIBRARY_TYPE) || data.getData("text/plain") };
}

function knownTo(controller: WallController): (id: string) => boolean {
  const ids = new Set(controller.scene?.elements.map(({ id }) => id));
  return (id) => ids.has(id);
}

function receive(controller: WallController, parcel: Parcel<File>, at: Point | null): void {
  const arrival = arrivalOf(parcel, () => false);
  if (controller.isCloth && (arrival.kind === "file" || arrival.kind === "drawing")) {
    refuse(controller, "cloth.only_words");
    return;
  }
  switch (arrival.kind) {
    case "file":
      // A file may be gone, or on a disk that is, by the time it is read.
      receiveFile(controller, arrival.file, at).catch(() => refuse(controller, "wall.unreadable"));
      if (parcel.files.length > 1) controller.store.set({ told: controller.t("wall.only_first", { name: arrival.file.name }) });
      break;
    case "drawing":
      controller.open({ drawing: new Blob([arrival.content]), ...(at && { at }) });
      break;
    case "lines":
      openLines(controller, arrival.lines, at);
      break;
    case "refused":
      refuse(controller, arrival.why);
      break;
    default:
      refuse(controller, "wall.unknown_file");
  }
}

async function receiveFile(controller: WallController, file: File, at: Point | null): Promise<void> {
  const why = arrivalRefusal(file);
  const where = at ? { at } : {};
  if (why !== null) refuse(controller, why);
  else if (kindOfFile(file) === "drawing") controller.open({ drawing: file, ...where });
  else if (kindOfFile(file) === "text") receive(controller, { files: [], text: await file.text() }, at);
  else if (await isDrawing(file)) controller.open({ drawing: file, picture: file, ...where });
  else controller.open({ photo: file, ...where });
}

async function isDrawing(file: File): Promise<boolean> {
  const mayBe = /png|svg/i.test(`${file.type} ${file.name}`) && file.size <= MAX_BYTES;
  return mayBe && holdsDrawing(new Uint8Array(await file.arrayBuffer()));
}

function openLines(controller: WallController, lines: readonly string[], at: Point | null): void {
  const [only, more] = lines;
  const { stage } = controller.state();
  if (only !== undefined && more === undefined) {
    controller.open({ card: null, text: only, ...(at ? { at } : stage ? { stage } : {}) });
  } else controller.open({ lines, ...(at && { at }) });
}

function refuse(controller: WallController, why: string): void {
  controller.store.set({ unsaved: controller.t(why) });
}
