// Turns the nodes of an icon (path, circle, line, rect …) into straight and curved pieces.
// A piece is [x0, y0, x1, y1] or, with two handles, [x0, y0, x1, y1, x2, y2, x3, y3].

const TOKENS = /([a-zA-Z])|(-?(?:\d+\.?\d*|\.\d+)(?:e[-+]?\d+)?)/g;
const COUNTS = { M: 2, L: 2, H: 1, V: 1, C: 6, S: 4, Q: 4, T: 2, A: 7, Z: 0 };
const ROUND = 0.5522847498;

/** All lines of an icon, each a list of pieces that follow one another, and whether it closes. */
export function linesOf(nodes) {
  return nodes.flatMap(([tag, facts]) => {
    const read = SHAPES[tag];
    if (facts.stroke === "none") return []; // the empty square that some icons stand on
    if (!read) throw new Error(`an icon has a <${tag}>, which is not known`);
    return read(Object.fromEntries(Object.entries(facts).map(([k, v]) => [k, number(v)])));
  });
}

const number = (value) => (value !== "" && Number.isFinite(Number(value)) ? Number(value) : value);

const SHAPES = {
  path: ({ d }) => path(d),
  circle: ({ cx, cy, r }) => [ellipse(cx, cy, r, r)],
  ellipse: ({ cx, cy, rx, ry }) => [ellipse(cx, cy, rx, ry)],
  line: ({ x1, y1, x2, y2 }) => path(`M${x1} ${y1}L${x2} ${y2}`),
  polyline: ({ points }) => path(`M${points}`),
  polygon: ({ points }) => path(`M${points}Z`),
  rect: ({ x = 0, y = 0, width, height, rx = 0 }) =>
    path(
      `M${x + rx} ${y}h${width - 2 * rx}a${rx} ${rx} 0 0 1 ${rx} ${rx}v${height - 2 * rx}` +
        `a${rx} ${rx} 0 0 1 ${-rx} ${rx}h${2 * rx - width}a${rx} ${rx} 0 0 1 ${-rx} ${-rx}` +
        `v${2 * rx - height}a${rx} ${rx} 0 0 1 ${rx} ${-rx}Z`,
    ),
};

function ellipse(cx, cy, rx, ry) {
  const [kx, ky] = [ROUND * rx, ROUND * ry];
  return {
    closed: true,
    pieces: [
      [cx, cy - ry, cx + kx, cy - ry, cx + rx, cy - ky, cx + rx, cy],
      [cx + rx, cy, cx + rx, cy + ky, cx + kx, cy + ry, cx, cy + ry],
      [cx, cy + ry, cx - kx, cy + ry, cx - rx, cy + ky, cx - rx, cy],
      [cx - rx, cy, cx - rx, cy - ky, cx - kx, cy - ry, cx, cy - ry],
    ],
  };
}

/** Read a path: relative steps become absolute, arcs and square curves become cubic ones. */
function path(d) {
  const lines = [];
  let at = [0, 0];
  let start = at;
  let handle = null;
  let line = null;
  for (const [letter, numbers] of steps(d)) {
    const kind = letter.toUpperCase();
    const from = letter === kind ? [0, 0] : at;
    const to = ends[kind]?.(numbers, from, at, letter === kind) ?? start;
    if (kind === "M") {
      line = null;
      start = to;
    } else {
      if (!line) lines.push((line = { closed: false, pieces: [] }));
      const made = curves[kind]?.(numbers, from, at, to, handle) ?? [straight(at, to)];
      line.pieces.push(...made);
    }
    const last = line?.pieces.at(-1);
    handle = /[CSQT]/.test(kind) ? { kind, x: bend(kind, numbers, from, last), last } : null;
    if (kind === "Z") {
      line.closed = true;
      line.pieces = line.pieces.filter((piece) => !isNothing(piece) || line.pieces.length === 1);
      line = null;
    }
    at = to;
  }
  return lines;
}

function* steps(d) {
  const tokens = splitFlags([...d.matchAll(TOKENS)].map((found) => found[0]));
  let letter = "";
  for (let place = 0; place < tokens.length; ) {
    if (/[a-zA-Z]/.test(tokens[place])) letter = tokens[place++];
    else if (letter === "M" || letter === "m") letter = letter === "M" ? "L" : "l";
    const count = COUNTS[letter.toUpperCase()];
    yield [letter, tokens.slice(place, place + count).map(Number)];
    place += count;
  }
}

/** The flags of an arc may be written without a space between: "01-2" is 0, 1, -2. */
function splitFlags(tokens) {
  const found = [];
  let arc = -1;
  for (let token of tokens) {
    if (/[a-zA-Z]/.test(token)) {
      arc = /a/i.test(token) ? 0 : -1;
      found.push(token);
      continue;
    }
    while (arc >= 0 && (arc % 7 === 3 || arc % 7 === 4) && token.length > 1) {
      found.push(token[0]);
      token = token.slice(1);
      arc += 1;
    }
    found.push(token);
    if (arc >= 0) arc += 1;
  }
  return found;
}

const pair = (numbers, [x, y]) => [numbers.at(-2) + x, numbers.at(-1) + y];
const ends = {
  M: pair, L: pair, C: pair, S: pair, Q: pair, T: pair, A: pair,
  H: ([x], from, at) => [x + from[0], at[1]],
  V: ([y], from, at) => [at[0], y + from[1]],
};

const straight = (from, to) => [...from, ...to];
const isNothing = (piece) =>
  piece.length === 4 && Math.hypot(piece[0] - piece[2], piece[1] - piece[3]) < 1e-9;

const curves = {
  C: ([a, b, c, d], [x, y], at, to) => [[...at, a + x, b + y, c + x, d + y, ...to]],
  S: ([c, d], [x, y], at, to, handle) => {
    const first = handle && /[CS]/.test(handle.kind) ? mirrored(handle.last, at) : at;
    return [[...at, ...first, c + x, d + y, ...to]];
  },
  Q: ([a, b], [x, y], at, to) => [raised(at, [a + x, b + y], to)],
  T: (_numbers, _from, at, to, handle) => {
    const one = handle && /[QT]/.test(handle.kind) ? handle.x : at;
    return [raised(at, [2 * at[0] - one[0], 2 * at[1] - one[1]], to)];
  },
  A: ([rx, ry, turn, large, sweep], _from, at, to) => arc(at, to, rx, ry, turn, large, sweep),
};

const mirrored = (last, at) => [2 * at[0] - last[4], 2 * at[1] - last[5]];
const between = (a, b) => [a[0] + ((b[0] - a[0]) * 2) / 3, a[1] + ((b[1] - a[1]) * 2) / 3];
const raised = (from, bent, to) => [...from, ...between(from, bent), ...between(to, bent), ...to];

function bend(kind, numbers, [x, y], last) {
  if (kind === "Q") return [numbers[0] + x, numbers[1] + y];
  if (kind !== "T") return null;
  // The one handle of a raised curve lies half as far again as its first.
  return [0, 1].map((axis) => last[axis] + ((last[2 + axis] - last[axis]) * 3) / 2);
}

/** An arc as SVG's notes on implementation describe it, in curves of a quarter turn at most. */
function arc(from, to, rx, ry, turn, large, sweep) {
  if (!rx || !ry) return [straight(from, to)];
  const tilt = (turn * Math.PI) / 180;
  const [cos, sin] = [Math.cos(tilt), Math.sin(tilt)];
  const half = [(from[0] - to[0]) / 2, (from[1] - to[1]) / 2];
  const x = cos * half[0] + sin * half[1];
  const y = cos * half[1] - sin * half[0];
  const grow = Math.max(1, Math.hypot(x / rx, y / ry));
  const [wide, tall] = [Math.abs(rx) * grow, Math.abs(ry) * grow];
  const spread = (wide * y) ** 2 + (tall * x) ** 2;
  const side = large === sweep ? -1 : 1;
  const far = side * Math.sqrt(Math.max(0, (wide * tall) ** 2 - spread) / spread);
  const [u, v] = [(far * wide * y) / tall, (-far * tall * x) / wide];
  const centre = [
    cos * u - sin * v + (from[0] + to[0]) / 2,
    sin * u + cos * v + (from[1] + to[1]) / 2,
  ];
  const begin = Math.atan2((y - v) / tall, (x - u) / wide);
  let sweepBy = Math.atan2((-y - v) / tall, (-x - u) / wide) - begin;
  if (sweep && sweepBy < 0) sweepBy += 2 * Math.PI;
  if (!sweep && sweepBy > 0) sweepBy -= 2 * Math.PI;
  const count = Math.max(1, Math.ceil(Math.abs(sweepBy) / (Math.PI / 2) - 1e-9));
  const reach = (4 / 3) * Math.tan(sweepBy / count / 4);
  const put = (a, b) => [
    centre[0] + cos * wide * a - sin * tall * b,
    centre[1] + sin * wide * a + cos * tall * b,
  ];
  return Array.from({ length: count }, (_, place) => {
    const [a, b] = [place, place + 1].map((part) => begin + (sweepBy * part) / count);
    const [ca, sa, cb, sb] = [Math.cos(a), Math.sin(a), Math.cos(b), Math.sin(b)];
    return [
      ...(place ? put(ca, sa) : from), ...put(ca - reach * sa, sa + reach * ca),
      ...put(cb + reach * sb, sb - reach * cb), ...(place + 1 < count ? put(cb, sb) : to),
    ];
  });
}
