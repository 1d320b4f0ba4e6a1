// The sound at the end of the timer. One of these watches the timer and shows nothing; another one,
// in the menu of the timer, switches the sound on and off and lets people hear it. What was chosen
// stays in this browser. Browsers play nothing before somebody has pressed something.

const KEPT = "path-planner sound at the end";
const TONES = [
  { hertz: 660, at: 0 },
  { hertz: 880, at: 0.35 },
  { hertz: 660, at: 0.7 },
];
const SECONDS = 0.3;
const LATEST = 5000; // the sound of a timer that ended longer ago, in ms, is not made up for
let audio = null;
const watches = new WeakMap();

export default function ({ data, parentElement }) {
  if (data.watches) watch(data, parentElement);
  else show(data, parentElement);
  return () => {
    clearTimeout(watches.get(parentElement)?.timer);
    watches.delete(parentElement);
  };
}

function isOn() {
  try {
    return localStorage.getItem(KEPT) === "on";
  } catch {
    return false;
  }
}

function keep(on) {
  try {
    localStorage.setItem(KEPT, on ? "on" : "off");
  } catch {
    // Without storage the choice is not kept.
  }
}

async function play() {
  audio ??= new AudioContext();
  await Promise.race([audio.resume(), new Promise((done) => setTimeout(done, 500))]);
  if (audio.state !== "running") return false;
  for (const { hertz, at } of TONES) {
    const tone = audio.createOscillator();
    const loudness = audio.createGain();
    const begin = audio.currentTime + at;
    tone.frequency.value = hertz;
    loudness.gain.setValueAtTime(0.0001, begin);
    loudness.gain.exponentialRampToValueAtTime(0.3, begin + 0.03);
    loudness.gain.exponentialRampToValueAtTime(0.0001, begin + SECONDS);
    tone.connect(loudness).connect(audio.destination);
    tone.start(begin);
    tone.stop(begin + SECONDS);
  }
  return true;
}

// The page is told of the timer each second: only another end sets the alarm anew.
function watch({ end, left, blocked }, element) {
  const before = watches.get(element);
  if (before?.end === end) return;
  clearTimeout(before?.timer);
  element.replaceChildren();
  if (!end || left < -LATEST) {
    watches.set(element, { end, timer: 0 });
    return;
  }
  const ring = async () => {
    if (!isOn()) return;
    const played = await play();
    element.dataset.rang = played ? "yes" : "blocked";
    if (!played) element.replaceChildren(line(element.ownerDocument, blocked));
  };
  watches.set(element, { end, timer: setTimeout(ring, Math.max(0, left)) });
}

function show({ label, listen, blocked }, element) {
  // The timer is told each second: what has the focus must stay.
  if (element.querySelector(".sound-choice")) return;
  const page = element.ownerDocument;
  const box = page.createElement("label");
  const tick = page.createElement("input");
  const button = page.createElement("button");
  const note = line(page, "");
  box.className = "sound-choice";
  tick.type = "checkbox";
  tick.checked = isOn();
  tick.addEventListener("change", () => keep(tick.checked));
  box.append(tick, label);
  button.type = "button";
  button.className = "sound-try";
  button.textContent = listen;
  button.addEventListener("click", async () => {
    note.textContent = (await play()) ? "" : blocked;
  });
  element.replaceChildren(box, button, note);
}

function line(page, words) {
  const shown = page.createElement("p");
  shown.className = "sound-note";
  shown.setAttribute("role", "status");
  shown.textContent = words;
  return shown;
}
