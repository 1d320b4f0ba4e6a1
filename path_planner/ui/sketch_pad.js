// Makes the pad as wide as its place, takes its toolbar away (undo is ours, and reachable), gives it
// a name, and sends a stroke at once when somebody goes on to something else.

const SOON = 400; // the pad waits 200 ms before it sends; twice that is safe
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
  pad.data = data;
  pad.tell = setTriggerValue;
  pad.dress();
  pad.lighten();
  return () => {
    pad.end();
    pads.delete(parentElement);
  };
}

function begin(page) {
  const pad = { data: {}, tell: () => {} };
  let drawing = false;
  let lifted = -Infinity;
  let later = 0;
  let again = 0;

  const place = () => page.querySelector(`.st-key-${pad.data.place}`);
  const host = () =>
    [...(place()?.querySelectorAll("*") ?? [])].find((one) =>
      one.shadowRoot?.querySelector(".dc-root"),
    );

  pad.dress = () => {
    clearTimeout(again);
    const root = host()?.shadowRoot;
    if (!root) {
      // Its inside comes without any sign that could be watched from here.
      again = setTimeout(pad.dress, 50);
      return;
    }
    if (!root.querySelector("style[data-ours]")) {
      const style = page.createElement("style");
      style.dataset.ours = "";
      style.textContent = LOOK;
      root.append(style);
    }
    root.querySelector(".dc-container").style.aspectRatio = pad.data.shape;
    const canvas = root.querySelector(".canvas-root");
    canvas.setAttribute("role", "img");
    canvas.setAttribute("aria-label", pad.data.label);
  };

  const send = () => {
    if (performance.now() - lifted > SOON) return;
    lifted = -Infinity;
    host()?.shadowRoot.querySelector(".dc-toolbar button")?.click();
  };

  // Folding what was drawn into the sheet empties the pad: never while somebody draws.
  pad.lighten = () => {
    clearTimeout(later);
    if (!pad.data.heavy) return;
    later = setTimeout(() => {
      if (drawing || performance.now() - lifted < IDLE) pad.lighten();
      else pad.tell("fold", pad.data.heavy);
    }, IDLE);
  };

  const pressed = (event) => {
    drawing = event.composedPath().includes(host());
    if (!drawing) send();
  };
  const released = () => {
    if (drawing) lifted = performance.now();
    drawing = false;
  };
  const events = [
    ["pointerdown", pressed],
    ["pointerup", released],
    ["pointercancel", released],
    ["keydown", send],
  ];
  for (const [name, act] of events) page.addEventListener(name, act, true);
  page.defaultView.addEventListener("pagehide", send);
  const changes = new MutationObserver(() => pad.dress());
  changes.observe(page.body, { childList: true, subtree: true });

  pad.end = () => {
    send();
    clearTimeout(later);
    clearTimeout(again);
    changes.disconnect();
    for (const [name, act] of events) page.removeEventListener(name, act, true);
    page.defaultView.removeEventListener("pagehide", send);
  };
  return pad;
}
