// Controller: the actions of the toolbars, panels and keyboard on the board.
import type { ExcalidrawImperativeAPI } from "@excalidraw/excalidraw/types";
import type { Placeholders } from "../shared/i18n.ts";
import { Camera, keepWholeInView } from "./camera.ts";
import { cardOf, lockedRecordOf, roleOf } from "./elements.ts";
import { invertChange, takeBack } from "./invert_change.ts";
import { Placing } from "./placing.ts";
import type { Element, ServerMessage, View } from "./protocol.ts";
import { Scene } from "./scene.ts";
import type { Store } from "./store.ts";
import { ToolController } from "./tool_controller.ts";
import { Undo } from "./undo.ts";
import { boardPoint, boundingBox, withHeadroom, type Box } from "./view.ts";
import type { ChangeWithoutId, NewImage, NewStamp, Panel, Wall, WallState } from "./wall.ts";

const PANEL_TOOLS = new Set(["stamps", "photo", "sign", "outline", "speaker", "stages"]);

export class WallController implements Wall {
  api: ExcalidrawImperativeAPI | null = null;
  scene: Scene | null = null;
  camera: Camera | null = null;
  readonly history: Undo;
  readonly tools = new ToolController(this);
  readonly placing = new Placing(this);
  #queuedMessages: ServerMessage[] = [];
  #leaderTurn = 0;
  #leaderView: View | undefined;
  #stopKeepingWhole = (): void => {};

  constructor(
    readonly store: Store,
    readonly root: HTMLElement,
  ) {
    this.history = new Undo((change) => this.#sendUndo(change));
    store.onUndoable = (undoChanges) => this.history.push(undoChanges);
  }

  // What panels call ------------------------------------------------------------------------

  readonly state = (): WallState => this.store.state();
  readonly subscribe = (listener: () => void): (() => void) => this.store.subscribe(listener);

  /** Whether this is a tablecloth, on which nobody changes what others added. */
  get isCloth(): boolean {
    return this.store.state().setting?.cloth !== undefined;
  }

  revision(): number | null {
    return this.store.sync.revision;
  }

  send(change: ChangeWithoutId): void {
    this.store.send(change);
  }

  sendAll(changes: readonly ChangeWithoutId[]): void {
    this.store.sendAll(changes);
  }

  t(key: string, placeholders?: Placeholders): string {
    return this.store.t(key, placeholders);
  }

  open(panel: Panel | null): void {
    this.store.open(panel);
    if (panel === null) this.focusWall();
  }

  setSpeaker(speaker: string | null): void {
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
    if (box) this.camera?.fit(stage === "whole" ? box : withHeadroom(box));
  }

  showRecord(record: string): void {
    const elements = this.#elementsOf(record);
    if (elements.length === 0) return;
    this.camera?.fit(boundingBox(elements));
    this.select(elements.map(({ id }) => id));
  }

  addStamp(stamp: NewStamp): void {
    this.placing.addStamp(stamp);
  }

  async addImage(image: NewImage): Promise<void> {
    this.placing.addImage(image);
  }

  eraseMarks(marks: readonly string[]): void {
    const erased = this.#elements().filter((element) => marks.includes(element.id) && roleOf(element).part === "mark");
    if (erased.length > 0) this.scene?.put(erased.map((mark) => ({ ...mark, isDeleted: true })));
  }

  recolour(marks: readonly string[], colour: string, svg: (stamp: string) => string): void {
    this.placing.recolour(marks, colour, svg);
  }

  selectTool(name: string): void {
    if (PANEL_TOOLS.has(name)) this.open(this.store.state().panel === name ? null : (name as Panel));
    else if (!this.tools.runAction(name)) this.tools.selectTool(name);
  }

  // What the board and the server ask ---------------------------------------------------------

  /** The board is ready: applies the messages that arrived before. */
  mount(api: ExcalidrawImperativeAPI): void {
    this.api = api;
    this.scene = new Scene(api, () => this.store.state().speaker, () => this.isCloth);
    this.camera = new Camera(api, () => this.store.state().calm || prefersCalm());
    this.history.attach(api, this.root.querySelector(".excalidraw") ?? this.root);
    const messages = this.#queuedMessages.splice(0);
    messages.forEach((message) => this.#applyToBoard(message, null));
    this.#stopKeepingWhole();
    this.#stopKeepingWhole = keepWholeInView(this.camera, () => this.#boxOf("whole"));
    this.tools.selectTool("select");
  }

  /** The board is removed: stops its animations and timers. */
  dispose(): void {
    this.#stopKeepingWhole();
    this.camera?.stop();
  }

  receive(message: ServerMessage): void {
    const shown = this.store.sync.revision;
    const settled = this.store.settle(message);
    if (!this.store.receive(message)) {
      this.store.sync.requestAll();
      return;
    }
    const refused = new Set(message.refused.map(({ id }) => id));
    for (const change of settled) {
      if (change.do === "place") this.scene?.defer(this.scene.idsOfCard(change.card));
      if (refused.has(change.id) && change.do === "put") this.scene?.defer([change.element.id]);
      if (change.do === "put" && !refused.has(change.id)) {
        this.placing.files.delete(change.element.id);
        // The server does not send a mark back to the window that drew it: the board has it.
        if (!change.left) this.scene?.confirm(change.element);
      }
    }
    if (this.scene) this.#applyToBoard(message, shown);
    else this.#queuedMessages.push(message);
    this.#leaderView = message.view;
    this.follow();
  }

  /** The board changed: finds the changes and sends them; it showed the revision `shown` until now. */
  sendBoardChanges(shown: number | null = this.store.sync.revision): void {
    if (!this.scene) return;
    const { changes, erasedCards } = this.scene.collectChanges(shown);
    for (const change of changes) {
      const file = change.do === "put" ? this.placing.files.get(change.element.id) : undefined;
      this.store.sendWithoutUndo(file && change.do === "put" ? { ...change, file } : change);
    }
    this.scene.applyDeferred(this.store.sync.queue.pending());
    if (erasedCards.length > 0) this.open({ remove: erasedCards });
  }

  select(ids: readonly string[]): void {
    const selected = Object.fromEntries(ids.map((id) => [id, true as const]));
    const cards = this.#elements().flatMap((element) => (selected[element.id] && cardOf(element) ? [cardOf(element)] : []));
    const groups = Object.fromEntries(cards.map((card) => [`card-${card}`, true]));
    this.api?.updateScene({ appState: { selectedElementIds: selected, selectedGroupIds: groups } });
  }

  /** The point of the wall under a place of the window. */
  pointAt(clientX: number, clientY: number): readonly [number, number] {
    const state = this.api?.getAppState();
    return state ? boardPoint({ ...state, zoom: state.zoom.value }, [clientX - state.offsetLeft, clientY - state.offsetTop]) : this.centre();
  }

  /** The card under a place of the window, or null. */
  cardAt(clientX: number, clientY: number): string | null {
    const [x, y] = this.pointAt(clientX, clientY);
    const hit = this.#elements().findLast(
      (element) =>
        !element.isDeleted && this.#cardShownBy(element) !== null &&
        x >= element.x && x <= element.x + element.width && y >= element.y && y <= element.y + element.height,
    );
    return hit ? this.#cardShownBy(hit) : null;
  }

  /** The record of a card that an element is part of; on a cloth the words of others are locked. */
  #cardShownBy(element: Element): string | null {
    const card = cardOf(element);
    if (card !== null || !this.isCloth) return card;
    const record = lockedRecordOf(element);
    return record !== null && this.store.state().items.has(record) ? record : null;
  }

  /** The elements of a record: of a card, or a mark by itself. */
  #elementsOf(record: string): Element[] {
    return this.#elements().filter((element) => !element.isDeleted && (cardOf(element) ?? lockedRecordOf(element) ?? element.id) === record);
  }

  #elements(): readonly Element[] {
    return this.scene?.elements ?? [];
  }

  #applyToBoard(message: ServerMessage, shown: number | null): void {
    this.sendBoardChanges(shown);
    this.scene?.receive(message, this.store.sync.queue.pending(), shown);
  }

  #sendUndo(change: ChangeWithoutId): ChangeWithoutId | null {
    const redoChange = invertChange(change, this.store.state().items);
    const sent = this.store.sendWithoutUndo(change);
    return redoChange ?? takeBack(sent);
  }

  #boxOf(stage: string): Box | null {
    const { setting } = this.store.state();
    if (setting === null) return null;
    if (stage === "whole") return [0, 0, setting.width, setting.height];
    return setting.stages.find(({ id }) => id === stage)?.box ?? null;
  }

  /** Shows the area of the presenter, if this wall follows and they moved. */
  follow(): void {
    const view = this.#leaderView;
    if (!view || view.turn === this.#leaderTurn || !this.store.state().following) return;
    this.#leaderTurn = view.turn;
    this.camera?.fit([view.x, view.y, view.width, view.height]);
  }

  /** The leader's view counts again, though it is not new. */
  followAgain(): void {
    this.#leaderTurn = 0;
    this.follow();
  }
}

function prefersCalm(): boolean {
  return matchMedia("(prefers-reduced-motion: reduce)").matches;
}
