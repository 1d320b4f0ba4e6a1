// Turns the SVG nodes of an icon (path, circle, line, rect …) into straight and cubic pieces.
// A piece is [x0, y0, x1, y1] or, with two handles, [x0, y0, x1, y1, x2, y2, x3, y3].

const TOKENS = /([a-zA-Z])|(-?(?:\d+\.?\d*|\.\d+)(?:e[-+]?\d+)?)/g;
const COUNTS = { M: 2, L: 2, H: 1, V: 1, C: 6, S: 4, Q: 4, T: 2, A: 7, Z: 0 };
const CIRCLE_HANDLE = 0.5522847498;

/** The subpaths of an icon: each has the pieces that follow one another, and whether it is closed. */
export function subpathsOf(nodes) {
  return nodes.flatMap(([tag, attributes]) => {
    const toSubpaths = SHAPES[tag];
    if (attributes.stroke === "none") return []; // the empty square behind some icons
    if (!toSubpaths) throw new Error(`an icon has a <${tag}>, which is not known`);
    return toSubpaths(Object.fromEntries(Object.entries(attributes).map(([k, v]) => [k, number(v)])));
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
  const [kx, ky] = [CIRCLE_HANDLE * rx, CIRCLE_HANDLE * ry];
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

/** The subpaths of a `d` attribute: relative commands become absolute, arcs and quadratic curves cubic. */
function path(d) {
  const subpaths = [];
  let current = [0, 0];
  let start = current;
  let handle = null;
  let subpath = null;
  for (const [letter, numbers] of pathCommands(d)) {
    const kind = letter.toUpperCase();
    const origin = letter === kind ? [0, 0] : current;
    const to = endPoints[kind]?.(numbers, origin, current, letter === kind) ?? start;
    if (kind === "M") {
      subpath = null;
      start = to;
    } else {
      if (!subpath) subpaths.push((subpath = { closed: false, pieces: [] }));
      const pieces = piecesOf[kind]?.(numbers, origin, current, to, handle) ?? [straightPiece(current, to)];
      subpath.pieces.push(...pieces);
    }
    const last = subpath?.pieces.at(-1);
    handle = /[CSQT]/.test(kind) ? { kind, x: quadraticHandle(kind, numbers, origin, last), last } : null;
    if (kind === "Z") {
      subpath.closed = true;
      subpath.pieces = subpath.pieces.filter((piece) => !isEmpty(piece) || subpath.pieces.length === 1);
      subpath = null;
    }
    current = to;
  }
  return subpaths;
}

function* pathCommands(d) {
  const tokens = splitFlags([...d.matchAll(TOKENS)].map((found) => found[0]));
  let letter = "";
  for (let index = 0; index < tokens.length; ) {
    if (/[a-zA-Z]/.test(tokens[index])) letter = tokens[index++];
    else if (letter === "M" || letter === "m") letter = letter === "M" ? "L" : "l";
    const count = COUNTS[letter.toUpperCase()];
    yield [letter, tokens.slice(index, index + count).map(Number)];
    index += count;
  }
}

/** Splits the flags of arcs, which may be written without separators: "01-2" is 0, 1, -2. */
function splitFlags(tokens) {
  const result = [];
  let arc = -1;
  for (let token of tokens) {
    if (/[a-zA-Z]/.test(token)) {
      arc = /a/i.test(token) ? 0 : -1;
      result.push(token);
      continue;
    }
    while (arc >= 0 && (arc % 7 === 3 || arc % 7 === 4) && token.length > 1) {
      result.push(token[0]);
      token = token.slice(1);
      arc += 1;
    }
    result.push(token);
    if (arc >= 0) arc += 1;
  }
  return result;
}

const pair = (numbers, [x, y]) => [numbers.at(-2) + x, numbers.at(-1) + y];
const endPoints = {
  M: pair, L: pair, C: pair, S: pair, Q: pair, T: pair, A: pair,
  H: ([x], from, at) => [x + from[0], at[1]],
  V: ([y], from, at) => [at[0], y + from[1]],
};

const straightPiece = (from, to) => [...from, ...to];
const isEmpty = (piece) =>
  piece.length === 4 && Math.hypot(piece[0] - piece[2], piece[1] - piece[3]) < 1e-9;

const piecesOf = {
  C: ([a, b, c, d], [x, y], at, to) => [[...at, a + x, b + y, c + x, d + y, ...to]],
  S: ([c, d], [x, y], at, to, handle) => {
    const first = handle && /[CS]/.test(handle.kind) ? mirrored(handle.last, at) : at;
    return [[...at, ...first, c + x, d + y, ...to]];
  },
  Q: ([a, b], [x, y], at, to) => [toCubic(at, [a + x, b + y], to)],
  T: (_numbers, _from, at, to, handle) => {
    const previous = handle && /[QT]/.test(handle.kind) ? handle.x : at;
    return [toCubic(at, [2 * at[0] - previous[0], 2 * at[1] - previous[1]], to)];
  },
  A: ([rx, ry, turn, large, sweep], _from, at, to) => arc(at, to, rx, ry, turn, large, sweep),
};

const mirrored = (last, at) => [2 * at[0] - last[4], 2 * at[1] - last[5]];
const cubicHandle = (a, b) => [a[0] + ((b[0] - a[0]) * 2) / 3, a[1] + ((b[1] - a[1]) * 2) / 3];
const toCubic = (from, bent, to) => [...from, ...cubicHandle(from, bent), ...cubicHandle(to, bent), ...to];

function quadraticHandle(kind, numbers, [x, y], last) {
  if (kind === "Q") return [numbers[0] + x, numbers[1] + y];
  if (kind !== "T") return null;
  // The quadratic handle is half as far again from the start as the first cubic one.
  return [0, 1].map((axis) => last[axis] + ((last[2 + axis] - last[axis]) * 3) / 2);
}

/** An arc as cubic curves of at most a quarter turn, by the implementation notes of SVG (B.2.4). */
function arc(from, to, rx, ry, turn, large, sweep) {
  if (!rx || !ry) return [straightPiece(from, to)];
  const tilt = (turn * Math.PI) / 180;
  const [cos, sin] = [Math.cos(tilt), Math.sin(tilt)];
  const half = [(from[0] - to[0]) / 2, (from[1] - to[1]) / 2];
  const x = cos * half[0] + sin * half[1];
  const y = cos * half[1] - sin * half[0];
  const growth = Math.max(1, Math.hypot(x / rx, y / ry));
  const [radiusX, radiusY] = [Math.abs(rx) * growth, Math.abs(ry) * growth];
  const spread = (radiusX * y) ** 2 + (radiusY * x) ** 2;
  const side = large === sweep ? -1 : 1;
  const factor = side * Math.sqrt(Math.max(0, (radiusX * radiusY) ** 2 - spread) / spread);
  const [u, v] = [(factor * radiusX * y) / radiusY, (-factor * radiusY * x) / radiusX];
  const centre = [
    cos * u - sin * v + (from[0] + to[0]) / 2,
    sin * u + cos * v + (from[1] + to[1]) / 2,
  ];
  const startAngle = Math.atan2((y - v) / radiusY, (x - u) / radiusX);
  let sweepBy = Math.atan2((-y - v) / radiusY, (-x - u) / radiusX) - startAngle;
  if (sweep && sweepBy < 0) sweepBy += 2 * Math.PI;
  if (!sweep && sweepBy > 0) sweepBy -= 2 * Math.PI;
  const count = Math.max(1, Math.ceil(Math.abs(sweepBy) / (Math.PI / 2) - 1e-9));
  const handleLength = (4 / 3) * Math.tan(sweepBy / count / 4);
  const pointAt = (a, b) => [
    centre[0] + cos * radiusX * a - sin * radiusY * b,
    centre[1] + sin * radiusX * a + cos * radiusY * b,
  ];
  return Array.from({ length: count }, (_, index) => {
    const [a, b] = [index, index + 1].map((part) => startAngle + (sweepBy * part) / count);
    const [ca, sa, cb, sb] = [Math.cos(a), Math.sin(a), Math.cos(b), Math.sin(b)];
    return [
      ...(index ? pointAt(ca, sa) : from), ...pointAt(ca - handleLength * sa, sa + handleLength * ca),
      ...pointAt(cb + handleLength * sb, sb - handleLength * cb), ...(index + 1 < count ? pointAt(cb, sb) : to),
    ];
  });
}
