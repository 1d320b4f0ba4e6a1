// Makes the words on the shared screen as large as fits. Where they do not fit at the least size,
// they are cut into pages of whole lines, which are turned by hand only; the foot always counts.

const LEAST = 28 / 1280; // of the width of the window: 28 px at 1280
const LARGEST = 3; // times the least
const STEP = 0.06;
const NARROW = 640; // a telephone scrolls
const shown = new WeakMap();

export default function ({ data, parentElement }) {
  let view = shown.get(parentElement);
  if (!view) {
    view = begin(parentElement);
    shown.set(parentElement, view);
  }
  view.take(data);
  return () => {
    view.end();
    shown.delete(parentElement);
  };
}

function begin(element) {
  const page = element.ownerDocument;
  const view = page.defaultView;
  let facts = {};
  let here = 0;
  let pages = [];
  let waits = 0;
  const count = make(page, "p", "present-count");
  count.setAttribute("role", "status");
  const back = button(page, "‹", () => turn(-1));
  const place = make(page, "span", "present-place");
  const on = button(page, "›", () => turn(1));
  const row = make(page, "div", "present-pages");
  row.append(count, back, place, on);
  element.replaceChildren(row);

  const list = () => page.querySelector("ul.presented");
  const soon = () => {
    view.cancelAnimationFrame(waits);
    waits = view.requestAnimationFrame(fit);
  };

  const fit = () => {
    const words = list();
    const lines = words ? [...words.children] : [];
    for (const line of lines) line.hidden = false;
    if (!words || view.innerWidth <= NARROW) {
      pages = [lines];
      tell();
      return;
    }
    const room = page.querySelector(".st-key-leave").getBoundingClientRect().top
      - words.getBoundingClientRect().top - 8;
    const least = LEAST * view.innerWidth;
    const isWithin = () => words.scrollHeight <= room && words.scrollWidth <= words.clientWidth + 1;
    let size = least * LARGEST;
    for (; size > least; size -= STEP * least) {
      words.style.fontSize = `${size}px`;
      if (isWithin()) break;
    }
    size = Math.max(least, size * (facts.share ?? 1));
    words.style.fontSize = `${size}px`;
    pages = isWithin() ? [lines] : cut(lines, isWithin);
    here = Math.min(here, pages.length - 1);
    tell();
  };

  // A line that does not fit alone has a page of its own, and is seen as far as there is room.
  const cut = (lines, isWithin) => {
    const cut = [];
    for (const line of lines) line.hidden = true;
    let current = [];
    for (const line of lines) {
      line.hidden = false;
      if (isWithin() || current.length === 0) {
        current.push(line);
        continue;
      }
      cut.push(current);
      for (const each of current) each.hidden = true;
      current = [line];
    }
    return [...cut, current];
  };

  const tell = () => {
    const all = pages.flat();
    pages.forEach((lines, number) => lines.forEach((line) => (line.hidden = number !== here)));
    const first = pages.slice(0, here).flat().length + 1;
    const last = first + (pages[here]?.length ?? 0) - 1;
    const words = pages.length > 1 ? facts.part : all.length > 0 ? facts.all : "";
    const sentence = (words ?? "").replace("{first}", first).replace("{last}", last).replace("{count}", all.length);
    if (count.textContent !== sentence) count.textContent = sentence;
    place.textContent = (facts.place ?? "").replace("{number}", here + 1).replace("{count}", pages.length);
    // They keep their room, so that the foot is as high with them as without.
    for (const each of [back, place, on]) each.style.visibility = pages.length < 2 ? "hidden" : "visible";
    back.disabled = here === 0;
    on.disabled = here >= pages.length - 1;
    back.setAttribute("aria-label", facts.back);
    on.setAttribute("aria-label", facts.on);
  };

  const turn = (by) => {
    here = Math.max(0, Math.min(pages.length - 1, here + by));
    tell();
  };

  const keys = { ArrowRight: 1, PageDown: 1, " ": 1, ArrowLeft: -1, PageUp: -1 };
  const pressed = (event) => {
    const by = keys[event.key];
    if (by === undefined || pages.length < 2 || event.altKey || event.ctrlKey || event.metaKey) return;
    if (event.target.closest?.("button, a, input") && event.key === " ") return;
    event.preventDefault();
    turn(by);
  };
  page.addEventListener("keydown", pressed);
  view.addEventListener("resize", soon);
  void page.fonts?.ready.then(soon);
  const changes = new MutationObserver((records) => {
    const within = (node) => node.nodeType === 1 && (node.matches("ul.presented, li") || node.querySelector("ul.presented"));
    if (records.some(({ addedNodes, type }) => type === "characterData" || [...addedNodes].some(within))) soon();
  });
  changes.observe(page.body, { childList: true, subtree: true });

  return {
    take(data) {
      if (data.stage !== facts.stage) here = 0;
      facts = data;
      soon();
    },
    end() {
      changes.disconnect();
      view.cancelAnimationFrame(waits);
      view.removeEventListener("resize", soon);
      page.removeEventListener("keydown", pressed);
    },
  };
}

function make(page, tag, className) {
  const element = page.createElement(tag);
  element.className = className;
  return element;
}

function button(page, words, act) {
  const element = make(page, "button", "present-turn");
  element.type = "button";
  element.textContent = words;
  element.addEventListener("click", act);
  return element;
}
