// Draws the lines of an icon as a hand would: leaning a little, never quite straight.
// The shift depends on the place alone, so lines that met still meet; the name seeds it.

const LEAN = 0.055;
const STRAY = 0.4;
const WAVES = [9, 14, 23];
const MIDDLE = 12;
const LONGEST = 5;
const STEP = 1e-3;

/** One drawing instruction (absolute M, L, C, Z) for each line. */
export function drawn(lines, name) {
  const put = hand(name);
  return lines.map(({ pieces, closed }) => {
    const [x, y] = put(pieces[0][0], pieces[0][1]);
    const steps = pieces.flatMap((piece) => shifted(piece, put));
    return `M${show(x, y)}${steps.join("")}${closed ? "Z" : ""}`;
  });
}

/** Where this hand puts each point. */
function hand(name) {
  const chance = chances(name);
  const lean = (chance() - 0.5) * 2 * LEAN;
  const slant = (chance() - 0.5) * LEAN;
  const waves = WAVES.map((length) => ({
    pace: (2 * Math.PI) / length,
    size: (STRAY * length) / (WAVES[0] + WAVES[1] + WAVES[2]),
    turns: [chance(), chance(), chance(), chance()].map((part) => part * 2 * Math.PI),
  }));
  return (x, y) => {
    const [a, b] = [x - MIDDLE, y - MIDDLE];
    let [right, down] = [a - lean * b, b + lean * a + slant * a];
    for (const { pace, size, turns } of waves) {
      right += size * Math.sin(pace * (0.35 * x + y) + turns[0] + Math.sin(0.3 * x + turns[1]));
      down += size * Math.sin(pace * (x - 0.35 * y) + turns[2] + Math.sin(0.3 * y + turns[3]));
    }
    return [MIDDLE + right, MIDDLE + down];
  };
}

/** Bend a piece along with the places it passes, in short parts that join without a corner. */
function shifted(piece, put) {
  const along = piece.length === 4 ? onLine(piece) : onCurve(piece);
  const length = piece.length === 4
    ? Math.hypot(piece[2] - piece[0], piece[3] - piece[1])
    : (Math.hypot(piece[2] - piece[0], piece[3] - piece[1]) +
        Math.hypot(piece[4] - piece[2], piece[5] - piece[3]) +
        Math.hypot(piece[6] - piece[4], piece[7] - piece[5]));
  if (length < 0.5) return [`L${show(...put(...along(1)))}`];
  const count = Math.max(1, Math.ceil(length / LONGEST));
  return Array.from({ length: count }, (_, place) => {
    const [begin, end] = [place / count, (place + 1) / count];
    const [from, to] = [put(...along(begin)), put(...along(end))];
    const [out, into] = [speed(along, put, begin), speed(along, put, end)];
    const reach = 1 / (3 * count);
    return `C${show(from[0] + out[0] * reach, from[1] + out[1] * reach)} ${show(
      to[0] - into[0] * reach, to[1] - into[1] * reach)} ${show(...to)}`;
  });
}

function speed(along, put, part) {
  const [before, after] = [Math.max(0, part - STEP), Math.min(1, part + STEP)];
  const [a, b] = [put(...along(before)), put(...along(after))];
  return [(b[0] - a[0]) / (after - before), (b[1] - a[1]) / (after - before)];
}

const onLine = ([a, b, c, d]) => (part) => [a + (c - a) * part, b + (d - b) * part];
const onCurve = (p) => (part) => {
  const rest = 1 - part;
  const weights = [rest ** 3, 3 * rest * rest * part, 3 * rest * part * part, part ** 3];
  return [0, 1].map((axis) =>
    weights.reduce((sum, weight, place) => sum + weight * p[2 * place + axis], 0));
};

const show = (x, y) => `${tidy(x)} ${tidy(y)}`;
const tidy = (value) => String(Number(value.toFixed(2)) || 0);

/** Numbers from 0 to 1 that only the name decides (mulberry32 over FNV-1a). */
function chances(name) {
  let state = 2166136261;
  for (const letter of name) state = Math.imul(state ^ letter.codePointAt(0), 16777619);
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4294967296;
  };
}
