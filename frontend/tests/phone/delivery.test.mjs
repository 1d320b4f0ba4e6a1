// Over a line that is cut, or to a server that is busy, a form is sent again until it is answered.
import assert from "node:assert/strict";
import test from "node:test";
import { deliver } from "../../phone/delivery.ts";

const thanked = { ok: true, status: 200, url: "/t/a/b", sentence: "Thank you" };
const busy = { ok: false, status: 503, url: "", sentence: "" };

function line(...answers) {
  const seen = { posts: 0, cuts: 0, waits: [] };
  return {
    seen,
    post: async () => {
      seen.posts++;
      const answer = answers.shift();
      if (answer === "cut") throw new TypeError("Failed to fetch");
      return answer;
    },
    wait: async (milliseconds) => void seen.waits.push(milliseconds),
    cut: () => seen.cuts++,
    random: () => 1,
  };
}

test("what is answered at once is sent once", async () => {
  const quick = line(thanked);
  assert.equal(await deliver(quick), thanked);
  assert.deepEqual(quick.seen, { posts: 1, cuts: 0, waits: [] });
});

test("a cut line and a busy server are tried again, and less and less often", async () => {
  const slow = line("cut", busy, "cut", "cut", "cut", "cut", "cut", { ...busy, status: 408 }, thanked);
  assert.equal(await deliver(slow), thanked);
  assert.equal(slow.seen.cuts, 8);
  assert.deepEqual(slow.seen.waits, [1500, 3000, 6000, 12000, 24000, 30000, 30000, 30000]);
});

test("what the server refuses with a sentence is not sent again by itself", async () => {
  for (const status of [422, 429, 503, 404]) {
    const refused = { ok: false, status, url: "", sentence: "The tray is full" };
    assert.equal(await deliver(line(refused, thanked)), refused);
  }
});
