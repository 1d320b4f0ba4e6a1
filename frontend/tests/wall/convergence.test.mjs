// Two walls and a server on a failing connection: every stroke is kept, once, and both walls agree.
import assert from "node:assert/strict";
import test from "node:test";
import { compare, snapshotOf } from "../../wall/changes.ts";
import { applyMessage, reconcile } from "../../wall/merge.ts";
import { WallQueue } from "../../wall/sync.ts";
import { seededRandom } from "../random.mjs";

class Server {
  marks = new Map();
  log = [];
  applied = new Set();

  apply(change) {
    if (this.applied.has(change.id)) return;
    this.applied.add(change.id);
    const id = change.element?.id ?? change.mark;
    // The server decides the stage: what comes back is not quite what was sent.
    if (change.do === "put") {
      const customData = { ...change.element.customData, stage: "now" };
      this.marks.set(id, { ...change.element, customData });
    } else this.marks.delete(id);
    this.log.push(id);
  }

  messageSince(revision, sentIds) {
    const since = revision ?? 0;
    const ids = revision === null ? [...this.marks.keys()] : [...new Set(this.log.slice(since))];
    return {
      base: revision,
      revision: this.log.length,
      elements: ids.filter((id) => this.marks.has(id)).map((id) => structuredClone(this.marks.get(id))),
      gone: ids.filter((id) => !this.marks.has(id)),
      done: sentIds.filter((id) => this.applied.has(id)),
    };
  }
}

class Wall {
  constructor(name) {
    this.name = name;
    this.reset();
    this.queue = new WallQueue();
    this.count = 0;
  }

  reset() {
    Object.assign(this, { scene: [], known: new Map(), snapshots: new Map(), deferred: new Set(), revision: null, busy: new Set() });
  }

  /** A reload: the board is empty again, what waits was in IndexedDB. */
  refresh() {
    const waiting = [...this.queue.changes];
    this.reset();
    this.queue = new WallQueue();
    this.queue.adopt(waiting);
  }

  change(id, changes) {
    this.scene = this.scene.map((element) => (element.id === id ? { ...element, ...changes, version: element.version + 1 } : element));
  }

  draw(x) {
    const id = `${this.name}${(this.count += 1)}`;
    this.scene = [...this.scene, { id, type: "freedraw", x, y: 0, width: 1, height: 1, version: 1, isDeleted: false }];
    return id;
  }

  collectChanges() {
    const newRole = ({ id }) => ({ part: "mark", mark: id });
    const { changes } = compare(this.snapshots, this.scene, { busy: this.busy, known: this.known, newRole });
    for (const change of changes) this.queue.add({ ...change, id: `${this.name} ${(this.count += 1)}` });
  }

  receive(message) {
    this.collectChanges();
    this.queue.settle(message.done);
    if (message.base !== null && (this.revision === null || message.base > this.revision)) {
      this.revision = null;
      return;
    }
    this.revision = message.revision;
    applyMessage(this.known, message).forEach((id) => this.deferred.add(id));
    if (message.base === null) this.scene.forEach(({ id }) => this.deferred.add(id));
    this.applyDeferred();
  }

  applyDeferred() {
    const protection = { ...this.queue.pending(), elements: this.busy };
    const reconciled = reconcile(this.scene, this.known, this.deferred, protection);
    const applied = [...this.deferred].filter((id) => !reconciled.deferred.has(id));
    this.scene = [...reconciled.elements];
    this.deferred = reconciled.deferred;
    for (const id of applied) {
      const element = this.scene.find(({ id: other }) => other === id);
      if (element) this.snapshots.set(id, snapshotOf(element, this.known.get(id) ?? { ...element, isDeleted: true }));
    }
  }

  visible() {
    return this.scene.filter(({ isDeleted }) => !isDeleted);
  }
}

function play(seed) {
  const random = seededRandom(seed);
  const server = new Server();
  const walls = [new Wall("a"), new Wall("b")];
  const [drawn, erased] = [new Set(), new Set()];
  const exchange = (wall, reliable) => {
    const batch = wall.queue.nextBatch(random.chance(0.2) ? 50 : 1e6);
    if (!reliable && random.chance(0.25)) return;
    const arrived = structuredClone(batch);
    arrived.forEach((change) => server.apply(change));
    if (random.chance(0.2)) arrived.forEach((change) => server.apply(change));
    if (!reliable && random.chance(0.25)) return;
    wall.receive(server.messageSince(random.chance(0.1) ? null : wall.revision, arrived.map(({ id }) => id)));
  };
  for (let step = 0; step < 80; step += 1) {
    const wall = random.pick(walls);
    const mark = random.pick(wall.visible())?.id;
    const action = random.below(8);
    if (action <= 1) drawn.add(wall.draw(step));
    else if (action === 2 && mark) wall.change(mark, { x: step });
    else if (action === 3 && mark && random.chance(0.5)) {
      erased.add(mark);
      wall.change(mark, { isDeleted: true });
    } else if (action === 4) wall.busy = mark && random.chance(0.5) ? new Set([mark]) : new Set();
    else if (action === 5 && random.chance(0.1)) {
      wall.busy = new Set();
      wall.collectChanges();
      wall.refresh();
    } else exchange(wall, false);
    wall.collectChanges();
  }
  walls.forEach((wall) => {
    wall.busy = new Set();
    wall.collectChanges();
  });
  for (let round = 0; round < 12; round += 1) walls.forEach((wall) => (exchange(wall, true), wall.applyDeferred()));
  return { server, walls, drawn, erased };
}

test("300 sessions on a bad connection: nothing is lost, nothing comes twice, both walls agree", () => {
  for (let seed = 0; seed < 300; seed += 1) {
    const { server, walls, drawn, erased } = play(seed);
    const expected = new Map([...server.marks].map(([id, { x }]) => [id, x]));
    for (const wall of walls) {
      assert.equal(wall.queue.size, 0, `seed ${seed}: something still waits`);
      const shown = new Map(wall.visible().map(({ id, x }) => [id, x]));
      assert.equal(shown.size, wall.visible().length, `seed ${seed}: a mark twice`);
      assert.deepEqual(Object.fromEntries([...shown].sort()), Object.fromEntries([...expected].sort()), `seed ${seed}`);
    }
    const lost = [...drawn].filter((id) => !expected.has(id) && !erased.has(id));
    assert.deepEqual(lost, [], `seed ${seed}: lost`);
  }
});
