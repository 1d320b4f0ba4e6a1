// Roughens the outlines of an icon so that they look hand-drawn: leaning a little, never quite straight.
// The displacement depends on the position alone, so that lines that met still meet; the name is its seed.

const MAX_LEAN = 0.055;
const MAX_OFFSET = 0.4;
const WAVELENGTHS = [9, 14, 23];
const CENTRE = 12;
const MAX_SEGMENT = 5;
const STEP = 1e-3;

/** The `d` attribute of each subpath, with absolute M, L, C and Z. */
export function roughenedPaths(lines, name) {
  const displace = displacement(name);
  return lines.map(({ pieces, closed }) => {
    const [x, y] = displace(pieces[0][0], pieces[0][1]);
    const segments = pieces.flatMap((piece) => roughenedPiece(piece, displace));
    return `M${formatPoint(x, y)}${segments.join("")}${closed ? "Z" : ""}`;
  });
}

/** The function that displaces a point: a shear and a sum of waves, from random numbers of the name. */
function displacement(name) {
  const random = seededRandom(name);
  const lean = (random() - 0.5) * 2 * MAX_LEAN;
  const slant = (random() - 0.5) * MAX_LEAN;
  const waves = WAVELENGTHS.map((length) => ({
    frequency: (2 * Math.PI) / length,
    amplitude: (MAX_OFFSET * length) / (WAVELENGTHS[0] + WAVELENGTHS[1] + WAVELENGTHS[2]),
    phases: [random(), random(), random(), random()].map((fraction) => fraction * 2 * Math.PI),
  }));
  return (x, y) => {
    const [a, b] = [x - CENTRE, y - CENTRE];
    let [newX, newY] = [a - lean * b, b + lean * a + slant * a];
    for (const { frequency, amplitude, phases } of waves) {
      newX += amplitude * Math.sin(frequency * (0.35 * x + y) + phases[0] + Math.sin(0.3 * x + phases[1]));
      newY += amplitude * Math.sin(frequency * (x - 0.35 * y) + phases[2] + Math.sin(0.3 * y + phases[3]));
    }
    return [CENTRE + newX, CENTRE + newY];
  };
}

/** Displaces a piece, split into short curves that join without a corner. */
function roughenedPiece(piece, displace) {
  const pointAt = piece.length === 4 ? onLine(piece) : onCurve(piece);
  const length = piece.length === 4
    ? Math.hypot(piece[2] - piece[0], piece[3] - piece[1])
    : (Math.hypot(piece[2] - piece[0], piece[3] - piece[1]) +
        Math.hypot(piece[4] - piece[2], piece[5] - piece[3]) +
        Math.hypot(piece[6] - piece[4], piece[7] - piece[5]));
  if (length < 0.5) return [`L${formatPoint(...displace(...pointAt(1)))}`];
  const count = Math.max(1, Math.ceil(length / MAX_SEGMENT));
  return Array.from({ length: count }, (_, index) => {
    const [start, end] = [index / count, (index + 1) / count];
    const [from, to] = [displace(...pointAt(start)), displace(...pointAt(end))];
    const [startTangent, endTangent] = [tangent(pointAt, displace, start), tangent(pointAt, displace, end)];
    const handleLength = 1 / (3 * count);
    return `C${formatPoint(from[0] + startTangent[0] * handleLength, from[1] + startTangent[1] * handleLength)} ${formatPoint(
      to[0] - endTangent[0] * handleLength, to[1] - endTangent[1] * handleLength)} ${formatPoint(...to)}`;
  });
}

function tangent(pointAt, displace, t) {
  const [before, after] = [Math.max(0, t - STEP), Math.min(1, t + STEP)];
  const [a, b] = [displace(...pointAt(before)), displace(...pointAt(after))];
  return [(b[0] - a[0]) / (after - before), (b[1] - a[1]) / (after - before)];
}

const onLine = ([a, b, c, d]) => (t) => [a + (c - a) * t, b + (d - b) * t];
const onCurve = (p) => (t) => {
  const rest = 1 - t;
  const weights = [rest ** 3, 3 * rest * rest * t, 3 * rest * t * t, t ** 3];
  return [0, 1].map((axis) =>
    weights.reduce((sum, weight, index) => sum + weight * p[2 * index + axis], 0));
};

const formatPoint = (x, y) => `${formatNumber(x)} ${formatNumber(y)}`;
const formatNumber = (value) => String(Number(value.toFixed(2)) || 0);

/** Random numbers from 0 to 1 with the name as their seed (mulberry32 over FNV-1a). */
function seededRandom(name) {
  let state = 2166136261;
  for (const character of name) state = Math.imul(state ^ character.codePointAt(0), 16777619);
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4294967296;
  };
}
