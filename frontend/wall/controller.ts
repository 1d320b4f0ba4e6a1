// The wall's own desk: everything that a tool bar, a panel or a key asks the board to do.
import type { ExcalidrawImperativeAPI } from "@excalidraw/excalidraw/types";
import type { Placeholders } from "../shared/i18n.ts";
import { Camera, stayWhole } from "./camera.ts";
import { belongs, cardOf } from "./elements.ts";
import { Hand } from "./input.ts";
import { inverse } from "./invert_change.ts";
import { pictureAt, recoloured, stampAt, type Laid } from "./placement.ts";
import type { Element, Picture, Told, View } from "./protocol.ts";
import { Scene } from "./scene.ts";
import type { Store } from "./store.ts";
import { Undo } from "./undo.ts";
import { around, withRoomAbove, type Box } from "./view.ts";
import type { ChangeWithoutId, NewImage, NewStamp, Panel, Wall, WallState } from "./wall.ts";

const PANELS = new Set(["stamps", "photo", "sign", "outline", "speaker", "stages"]);

export class Desk implements Wall {
  api: ExcalidrawImperativeAPI | null = null;
  scene: Scene | null = null;
  camera: Camera | null = null;
  readonly undoing: Undo;
  readonly hand = new Hand(this);
  #files = new Map<string, Picture>();
  #waiting: Told[] = [];
  #turn = 0;
  #led: View | undefined;
  #staying = (): void => {};

  constructor(
    readonly store: Store,
    readonly root: HTMLElement,
  ) {
    this.undoing = new Undo((change) => this.#takeBack(change));
    store.onWords = (back) => this.undoing.remember(back);
  }

  // What panels ask -------------------------------------------------------------------------

  readonly state = (): WallState => this.store.state();
  readonly subscribe = (listener: () => void): (() => void) => this.store.subscribe(listener);

  send(change: ChangeWithoutId): void {
    this.store.send(change);
  }

  say(key: string, facts?: Placeholders): string {
    return this.store.say(key, facts);
  }

  open(panel: Panel | null): void {
    this.store.open(panel);
    if (panel === null) this.focusWall();
  }

  speak(speaker: string | null): void {
    this.store.set({ speaker });
  }

  focusWall(): void {
    this.root.querySelector<HTMLElement>(".excalidraw")?.focus({ preventScroll: true });
  }

  centre(): [number, number] {
    return this.camera?.centre ?? [0, 0];
  }

  goTo(stage: string): void {
    const box = this.#boxOf(stage);
    this.store.set({ stage: stage === "whole" ? null : stage, following: false });
    if (box) this.camera?.fit(stage === "whole" ? box : withRoomAbove(box));
  }

  show(record: string): void {
    const elements = this.#of(record);
    if (elements.length === 0) return;
    this.camera?.fit(around(elements));
    this.select(elements.map(({ id }) => id));
  }

  addStamp(stamp: NewStamp): void {
    this.#lay(stampAt(stamp, stamp.at ?? this.#place(), this.store.state().speaker));
  }

  async addImage(image: NewImage): Promise<void> {
    const { setting, speaker } = this.store.state();
    const { width, height } = setting ?? image;
    const middle: [number, number] = [width / 2, height / 2];
    const laid = pictureAt(image, image.at ?? (image.under ? middle : this.#place()), speaker, { width, height });
    this.#files.set(laid.element.id, laid.file);
    this.#lay(laid);
  }

  rubOut(marks: readonly string[]): void {
    const gone = this.#elements().filter((one) => marks.includes(one.id) && belongs(one).part === "mark");
    if (gone.length > 0) this.scene?.put(gone.map((mark) => ({ ...mark, isDeleted: true })));
  }

  recolour(marks: readonly string[], colour: string, svg: (stamp: string) => string): void {
    const laid = this.#elements().flatMap((element) => {
      const whole = belongs(element);
      const isOurs = whole.part === "mark" && whole.stamp && marks.includes(element.id);
      return isOurs ? [recoloured(element, colour, svg(whole.stamp ?? ""))] : [];
    });
    this.scene?.addFiles(laid.map(({ file }) => file));
    this.scene?.put(laid.map(({ element }) => element));
  }

  tool(name: string): void {
    if (PANELS.has(name)) this.open(this.store.state().panel === name ? null : (name as Panel));
    else if (!this.hand.act(name)) this.hand.take(name);
  }

  // What the board and the server ask ---------------------------------------------------------

  /** The board stands: what was told before it did is brought onto it. */
  mount(api: ExcalidrawImperativeAPI): void {
    this.api = api;
    this.scene = new Scene(api, () => this.store.state().speaker);
    this.camera = new Camera(api, () => this.store.state().calm || prefersCalm());
    this.undoing.watch(api, this.root.querySelector(".excalidraw") ?? this.root);
    const told = this.#waiting.splice(0);
    told.forEach((one) => this.#onto(one));
    this.#staying();
    this.#staying = stayWhole(this.camera, () => this.#boxOf("whole"));
    this.hand.take("select");
  }

  /** The board goes: nothing of it may move any more. */
  rest(): void {
    this.#staying();
    this.camera?.stop();
  }

  hear(told: Told): void {
    const settled = this.store.sync.settle(told);
    if (!this.store.hear(told)) {
      this.store.sync.requestAll();
      return;
    }
    const refused = new Set(told.refused.map(({ id }) => id));
    for (const change of settled) {
      if (change.do === "place") this.scene?.owe(this.scene.ofCard(change.card));
      if (refused.has(change.id) && change.do === "put") this.scene?.owe([change.element.id]);
      if (change.do === "put" && !refused.has(change.id)) {
        this.#files.delete(change.element.id);
        // What came from here is not told back: the board has it.
        if (!change.left) this.scene?.kept(change.element);
      }
    }
    if (this.scene) this.#onto(told);
    else this.#waiting.push(told);
    this.#led = told.view;
    this.follow();
  }

  /** Something on the board is other than it was: finds out what, and sends it. */
  notice(): void {
    if (!this.scene) return;
    const { deeds, wiped } = this.scene.notice();
    for (const deed of deeds) {
      const file = deed.do === "put" ? this.#files.get(deed.element.id) : undefined;
      this.store.tell(file && deed.do === "put" ? { ...deed, file } : deed);
    }
    this.scene.settle(this.store.sync.queue.pending());
    if (wiped.length > 0) this.open({ remove: wiped });
  }

  select(ids: readonly string[]): void {
    const chosen = Object.fromEntries(ids.map((id) => [id, true as const]));
    const cards = this.#elements().flatMap((one) => (chosen[one.id] && cardOf(one) ? [cardOf(one)] : []));
    const groups = Object.fromEntries(cards.map((card) => [`card-${card}`, true]));
    this.api?.updateScene({ appState: { selectedElementIds: chosen, selectedGroupIds: groups } });
  }

  /** The card under a place of the window, or null. */
  cardAt(clientX: number, clientY: number): string | null {
    const state = this.api?.getAppState();
    if (!state) return null;
    const x = (clientX - state.offsetLeft) / state.zoom.value - state.scrollX;
    const y = (clientY - state.offsetTop) / state.zoom.value - state.scrollY;
    const hit = this.#elements().findLast(
      (one) =>
        !one.isDeleted && cardOf(one) !== null &&
        x >= one.x && x <= one.x + one.width && y >= one.y && y <= one.y + one.height,
    );
    return hit ? cardOf(hit) : null;
  }

  /** The elements of a record: of a card, or a mark by itself. */
  #of(record: string): Element[] {
    return this.#elements().filter((one) => !one.isDeleted && (cardOf(one) ?? one.id) === record);
  }

  #elements(): readonly Element[] {
    return this.scene?.elements ?? [];
  }

  #onto(told: Told): void {
    this.notice();
    this.scene?.hear(told, this.store.sync.queue.pending());
  }

  #lay({ element, file }: Laid): void {
    this.scene?.addFiles([file]);
    this.scene?.put([element]);
    this.hand.take("select");
    this.select([element.id]);
  }

  #place(): readonly [number, number] {
    return this.store.state().tapped ?? this.centre();
  }

  #takeBack(change: ChangeWithoutId): ChangeWithoutId | null {
    const forth = inverse(change, this.store.state().items);
    this.store.tell(change);
    return forth;
  }

  #boxOf(stage: string): Box | null {
    const { setting } = this.store.state();
    if (setting === null) return null;
    if (stage === "whole") return [0, 0, setting.width, setting.height];
    return setting.stages.find(({ id }) => id === stage)?.box ?? null;
  }

  /** Looks where the leader looks, if this wall follows and they moved. */
  follow(): void {
    const view = this.#led;
    if (!view || view.turn === this.#turn || !this.store.state().following) return;
    this.#turn = view.turn;
    this.camera?.fit([view.x, view.y, view.width, view.height]);
  }

  /** The leader's view counts again, though it is not new. */
  followAnew(): void {
    this.#turn = 0;
    this.follow();
  }
}

function prefersCalm(): boolean {
  return matchMedia("(prefers-reduced-motion: reduce)").matches;
}
