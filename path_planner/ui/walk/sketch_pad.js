// Makes the pad as wide as its place, takes its toolbar away (undo is ours, and reachable), gives it
// a name, and lets nobody go on before the last stroke has arrived.

const UNSENT = 400; // the pad waits 200 ms before it sends; twice that is safe
const PATIENCE = 1500; // what is pressed waits at most this long for the last stroke
const IDLE = 1500;

const LOOK = `
  .canvas-root, .dc-root { width: 100% !important; max-width: 100%; }
  .dc-scroll { overflow: hidden !important; max-height: none !important; }
  .dc-container { width: 100% !important; height: auto !important; }
  .dc-container > canvas, .canvas-container, .canvas-container > canvas {
    width: 100% !important; height: 100% !important;
  }
  .dc-canvas { outline: none; }
  .dc-toolbar { display: none !important; }
`;

const pads = new WeakMap();

export default function ({ data, parentElement, setTriggerValue }) {
  let pad = pads.get(parentElement);
  if (!pad) {
    pad = begin(parentElement.ownerDocument);
    pads.set(parentElement, pad);
  }
  pad.take(data, setTriggerValue);
  return () => {
    pad.end();
    pads.delete(parentElement);
  };
}

function begin(page) {
  const pad = {};
  let facts = {};
  let tell = () => {};
  let drawing = false;
  let arriving = false;
  let lifted = -Infinity;
  let pressedNext = [];
  const timers = { fold: 0, dress: 0, patience: 0 };

  const host = () =>
    [...page.querySelectorAll(`.st-key-${facts.place} *`)].find((one) =>
      one.shadowRoot?.querySelector(".dc-root"),
    );

  pad.take = (data, setTriggerValue) => {
    if (data.label !== facts.label) arrived();
    facts = data;
    tell = setTriggerValue;
    dress();
    foldWhenIdle();
  };

  const dress = () => {
    clearTimeout(timers.dress);
    const root = host()?.shadowRoot;
    if (!root) {
      // Its inside comes without any sign that could be watched from here.
      timers.dress = setTimeout(dress, 50);
      return;
    }
    if (!root.querySelector("style[data-ours]")) {
      const style = page.createElement("style");
      style.dataset.ours = "";
      style.textContent = LOOK;
      root.append(style);
    }
    root.querySelector(".dc-container").style.aspectRatio = facts.shape;
    fillRoom();
    const canvas = root.querySelector(".canvas-root");
    canvas.setAttribute("role", "img");
    canvas.setAttribute("aria-label", facts.label);
  };

  // The pad ends above the foot of the window where there is room; it never changes under a pen.
  const fillRoom = () => {
    const place = page.querySelector(`.st-key-${facts.place}`);
    const main = page.querySelector('[data-testid="stMain"]');
    const foot = page.querySelector(".st-key-way-on");
    if (!place || !main || !foot || drawing) return;
    const top = place.getBoundingClientRect().top + main.scrollTop;
    const room = Math.floor(page.defaultView.innerHeight - foot.offsetHeight - top - 12);
    const before = parseInt(place.style.getPropertyValue("--pad-room"), 10);
    if (!(Math.abs(room - before) <= 4)) place.style.setProperty("--pad-room", `${room}px`);
  };

  // Laying what was drawn beneath empties the pad: never while somebody draws.
  const foldWhenIdle = () => {
    clearTimeout(timers.fold);
    if (!facts.heavy) return;
    timers.fold = setTimeout(() => {
      if (drawing || performance.now() - lifted < IDLE) foldWhenIdle();
      else tell("fold", facts.heavy);
    }, IDLE);
  };

  const sendNow = () => {
    if (!arriving || performance.now() - lifted > UNSENT) return;
    host()?.shadowRoot.querySelector(".dc-toolbar button")?.click();
  };
  const arrived = () => {
    clearTimeout(timers.patience);
    arriving = false;
    const waiting = pressedNext;
    pressedNext = [];
    for (const target of waiting) target.click();
  };

  const pressed = (event) => {
    drawing = event.composedPath().includes(host());
    if (!drawing) sendNow();
  };
  const released = () => {
    if (drawing) {
      lifted = performance.now();
      arriving = true;
      clearTimeout(timers.patience);
      timers.patience = setTimeout(arrived, PATIENCE);
    }
    drawing = false;
  };
  // A link would take the pad away, and with it the stroke that is still on its way.
  const clicked = (event) => {
    if (!arriving || event.composedPath().includes(host())) return;
    event.preventDefault();
    event.stopImmediatePropagation();
    pressedNext.push(event.target);
  };
  const events = [
    ["pointerdown", pressed],
    ["pointerup", released],
    ["pointercancel", released],
    ["keydown", sendNow],
    ["click", clicked],
  ];
  for (const [name, act] of events) page.addEventListener(name, act, true);
  page.defaultView.addEventListener("pagehide", sendNow);
  page.defaultView.addEventListener("resize", fillRoom);
  const changes = new MutationObserver(dress);
  changes.observe(page.body, { childList: true, subtree: true });

  pad.end = () => {
    sendNow();
    for (const timer of Object.values(timers)) clearTimeout(timer);
    changes.disconnect();
    for (const [name, act] of events) page.removeEventListener(name, act, true);
    page.defaultView.removeEventListener("pagehide", sendNow);
    page.defaultView.removeEventListener("resize", fillRoom);
  };
  return pad;
}
