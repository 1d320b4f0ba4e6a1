// Two walls and a server, with lines that fail: everything drawn is kept, once, and all see the same.
import assert from "node:assert/strict";
import test from "node:test";
import { compare, seen } from "../../wall/changes.ts";
import { learn, reconcile } from "../../wall/merge.ts";
import { WallQueue } from "../../wall/sync.ts";
import { chance } from "../random.mjs";

class Server {
  marks = new Map();
  log = [];
  kept = new Set();

  take(change) {
    if (this.kept.has(change.id)) return;
    this.kept.add(change.id);
    const id = change.element?.id ?? change.mark;
    // The stage is the server's to say: what comes back is not quite what was told.
    if (change.do === "put") {
      const customData = { ...change.element.customData, stage: "now" };
      this.marks.set(id, { ...change.element, customData });
    } else this.marks.delete(id);
    this.log.push(id);
  }

  tell(has, asked) {
    const since = has ?? 0;
    const ids = has === null ? [...this.marks.keys()] : [...new Set(this.log.slice(since))];
    return {
      base: has,
      revision: this.log.length,
      elements: ids.filter((id) => this.marks.has(id)).map((id) => structuredClone(this.marks.get(id))),
      gone: ids.filter((id) => !this.marks.has(id)),
      done: asked.filter((id) => this.kept.has(id)),
    };
  }
}

class Wall {
  constructor(name) {
    this.name = name;
    this.begin();
    this.queue = new WallQueue();
    this.count = 0;
  }

  begin() {
    Object.assign(this, { scene: [], known: new Map(), before: new Map(), owed: new Set(), has: null, busy: new Set() });
  }

  /** A refresh: the board is empty again, what waits was on the disk. */
  refresh() {
    const left = [...this.queue.changes];
    this.begin();
    this.queue = new WallQueue();
    this.queue.adopt(left);
  }

  change(id, news) {
    this.scene = this.scene.map((one) => (one.id === id ? { ...one, ...news, version: one.version + 1 } : one));
  }

  draw(x) {
    const id = `${this.name}${(this.count += 1)}`;
    this.scene = [...this.scene, { id, type: "freedraw", x, y: 0, width: 1, height: 1, version: 1, isDeleted: false }];
    return id;
  }

  notice() {
    const name = ({ id }) => ({ part: "mark", mark: id });
    const { deeds } = compare(this.before, this.scene, { busy: this.busy, told: this.known, name });
    for (const deed of deeds) this.queue.add({ ...deed, id: `${this.name} ${(this.count += 1)}` });
  }

  hear(told) {
    this.notice();
    this.queue.settle(told.done);
    if (told.base !== null && (this.has === null || told.base > this.has)) {
      this.has = null;
      return;
    }
    this.has = told.revision;
    learn(this.known, told).forEach((id) => this.owed.add(id));
    if (told.base === null) this.scene.forEach(({ id }) => this.owed.add(id));
    this.settle();
  }

  settle() {
    const shield = { ...this.queue.pending(), elements: this.busy };
    const done = reconcile(this.scene, this.known, this.owed, shield);
    const agreed = [...this.owed].filter((id) => !done.owed.has(id));
    this.scene = [...done.elements];
    this.owed = done.owed;
    for (const id of agreed) {
      const here = this.scene.find((one) => one.id === id);
      if (here) this.before.set(id, seen(here, this.known.get(id) ?? { ...here, isDeleted: true }));
    }
  }

  alive() {
    return this.scene.filter(({ isDeleted }) => !isDeleted);
  }
}

function play(seed) {
  const luck = chance(seed);
  const server = new Server();
  const walls = [new Wall("a"), new Wall("b")];
  const [drawn, rubbed] = [new Set(), new Set()];
  const exchange = (wall, sure) => {
    const batch = wall.queue.nextBatch(luck.yes(0.2) ? 50 : 1e6);
    if (!sure && luck.yes(0.25)) return;
    const arrived = structuredClone(batch);
    arrived.forEach((change) => server.take(change));
    if (luck.yes(0.2)) arrived.forEach((change) => server.take(change));
    if (!sure && luck.yes(0.25)) return;
    wall.hear(server.tell(luck.yes(0.1) ? null : wall.has, arrived.map(({ id }) => id)));
  };
  for (let step = 0; step < 80; step += 1) {
    const wall = luck.one(walls);
    const mark = luck.one(wall.alive())?.id;
    const act = luck.below(8);
    if (act <= 1) drawn.add(wall.draw(step));
    else if (act === 2 && mark) wall.change(mark, { x: step });
    else if (act === 3 && mark && luck.yes(0.5)) {
      rubbed.add(mark);
      wall.change(mark, { isDeleted: true });
    } else if (act === 4) wall.busy = mark && luck.yes(0.5) ? new Set([mark]) : new Set();
    else if (act === 5 && luck.yes(0.1)) {
      wall.busy = new Set();
      wall.notice();
      wall.refresh();
    } else exchange(wall, false);
    wall.notice();
  }
  walls.forEach((wall) => {
    wall.busy = new Set();
    wall.notice();
  });
  for (let round = 0; round < 12; round += 1) walls.forEach((wall) => (exchange(wall, true), wall.settle()));
  return { server, walls, drawn, rubbed };
}

test("300 workshops on bad lines: nothing is lost, nothing comes twice, all walls agree", () => {
  for (let seed = 0; seed < 300; seed += 1) {
    const { server, walls, drawn, rubbed } = play(seed);
    const truth = new Map([...server.marks].map(([id, { x }]) => [id, x]));
    for (const wall of walls) {
      assert.equal(wall.queue.size, 0, `seed ${seed}: something still waits`);
      const seen = new Map(wall.alive().map(({ id, x }) => [id, x]));
      assert.equal(seen.size, wall.alive().length, `seed ${seed}: a mark twice`);
      assert.deepEqual(Object.fromEntries([...seen].sort()), Object.fromEntries([...truth].sort()), `seed ${seed}`);
    }
    const lost = [...drawn].filter((id) => !truth.has(id) && !rubbed.has(id));
    assert.deepEqual(lost, [], `seed ${seed}: lost`);
  }
});
