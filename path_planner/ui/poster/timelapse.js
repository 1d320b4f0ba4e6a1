// How a PATH came to be: a silent film. All of the picture is here from the start; the film only
// uncovers it. Where motion is not wanted it goes from step to step, and only when it is asked to.

const SVG = "http://www.w3.org/2000/svg";
const MAY_STAND = new Set(["g", "path", "text", "tspan", "image", "title"]);
const films = new WeakMap();

export default function ({ data, parentElement }) {
  let film = films.get(parentElement);
  if (!film) {
    film = begin(parentElement);
    films.set(parentElement, film);
  }
  film.show(data);
}

function begin(place) {
  const page = place.ownerDocument;
  const parts = build(page);
  place.replaceChildren(parts.whole);
  const still = page.defaultView.matchMedia("(prefers-reduced-motion: reduce)");
  let film = null;
  let reel = null;
  let now = 0;
  let playing = false;
  let before = 0;

  const calm = () => still.matches || film.calm;

  const show = (seconds, told = false) => {
    now = Math.min(Math.max(seconds, 0), film.seconds);
    reel.uncover(now, calm() || now >= film.seconds);
    parts.range.value = now.toFixed(2);
    const step = film.stops.filter(([at]) => at <= now + 0.005).length;
    const after = film.stops[Math.min(step, film.stops.length - 1)];
    const here = playing || !step ? after : film.stops[step - 1];
    const which = film.words.step
      .replace("{number}", String(Math.max(step, playing ? step + 1 : step)))
      .replace("{count}", String(film.stops.length));
    const said = [which, here[1]].filter(Boolean).join(" – ");
    if (parts.caption.textContent !== said) parts.caption.textContent = said;
    parts.caption.setAttribute("aria-live", told ? "polite" : "off");
    parts.range.setAttribute("aria-valuetext", said);
    label();
  };

  const label = () => {
    const words = film.words;
    const ended = now >= film.seconds;
    parts.play.hidden = calm();
    parts.play.textContent = playing ? words.pause : ended ? words.again : words.play;
    parts.back.textContent = words.back;
    parts.next.textContent = words.next;
    // A button that is pressed away from under the finger would lose the focus.
    parts.back.setAttribute("aria-disabled", String(now <= 0));
    parts.next.setAttribute("aria-disabled", String(ended));
  };

  const stop = () => {
    playing = false;
    label();
  };

  const run = (moment) => {
    if (!playing || !place.isConnected) return;
    const passed = Math.min((moment - before) / 1000, 0.25);
    before = moment;
    if (now + passed >= film.seconds) playing = false;
    show(now + passed, !playing);
    if (playing) page.defaultView.requestAnimationFrame(run);
  };

  const play = () => {
    if (now >= film.seconds) show(0);
    playing = true;
    label();
    page.defaultView.requestAnimationFrame((moment) => {
      before = moment;
      run(moment);
    });
  };

  const rest = (seconds) => {
    stop();
    show(seconds, true);
  };

  parts.play.addEventListener("click", () => (playing ? rest(now) : play()));
  parts.next.addEventListener("click", () => {
    rest((film.stops.find(([at]) => at > now + 0.005) ?? [film.seconds])[0]);
  });
  parts.back.addEventListener("click", () => {
    rest((film.stops.findLast(([at]) => at < now - 0.005) ?? [0])[0]);
  });
  parts.range.addEventListener("input", () => rest(Number(parts.range.value)));
  still.addEventListener("change", () => film && rest(now));

  return {
    show(data) {
      if (film && film.film === data.film) {
        film = { ...film, calm: data.calm };
        if (calm() && playing) stop();
        label();
        return;
      }
      film = data;
      reel = wind(page, parts.picture, data);
      parts.fonts.textContent = data.fonts;
      parts.picture.setAttribute("aria-label", data.words.picture);
      parts.range.max = data.seconds.toFixed(2);
      parts.range.setAttribute("aria-label", data.words.place);
      playing = false;
      // Whoever wants no motion first sees how it ended, and goes through it at leisure.
      show(calm() ? data.seconds : 0);
      if (!calm()) play();
    },
  };
}

function build(page) {
  const make = (tag, kind) => {
    const part = page.createElement(tag);
    part.className = kind;
    return part;
  };
  const whole = make("div", "replay-whole");
  const fonts = page.createElement("style");
  const picture = page.createElementNS(SVG, "svg");
  picture.setAttribute("class", "replay-film");
  picture.setAttribute("role", "img");
  const bar = make("div", "replay-bar");
  const [play, back, next] = ["replay-play", "replay-back", "replay-next"].map((kind) => {
    const button = make("button", kind);
    button.type = "button";
    return button;
  });
  const range = make("input", "replay-range");
  range.type = "range";
  range.min = "0";
  range.step = "0.01";
  const caption = make("p", "replay-caption");
  caption.dir = "auto";
  bar.append(play, back, next, range);
  whole.append(fonts, picture, bar, caption);
  return { whole, fonts, picture, play, back, next, range, caption };
}

/** Put the picture up, all covered, and return how to uncover it up to a moment. */
function wind(page, picture, data) {
  picture.setAttribute("viewBox", data.box.join(" "));
  picture.replaceChildren(...elements(page, data.svg));
  const things = [];
  for (const element of picture.querySelectorAll("[data-n]")) {
    things[Number(element.dataset.n)] = element;
  }
  let next = 0;
  let last = -1;
  let moving = [];

  const cover = () => {
    for (const element of things) if (element) element.style.visibility = "hidden";
    moving = [];
    next = 0;
  };

  return {
    uncover(now, atOnce) {
      if (now < last || last < 0) {
        for (const [thing] of moving) settle(things[thing]);
        cover();
      }
      last = now;
      while (next < data.moments.length && data.moments[next][2] <= now) {
        const moment = data.moments[next];
        next += 1;
        const element = things[moment[0]];
        if (!element) continue;
        element.style.visibility = "";
        moving.push(moment);
      }
      moving = moving.filter(([thing, changed, start, lasts]) => {
        const part = atOnce || lasts <= 0 ? 1 : (now - start) / lasts;
        if (part < 1) draw(things[thing], changed, part);
        else settle(things[thing]);
        return part < 1;
      });
    },
  };
}

/** The elements of our own drawing; whatever else there might be does not come in. */
function elements(page, svg) {
  const read = new DOMParser().parseFromString(`<svg xmlns="${SVG}">${svg}</svg>`, "image/svg+xml");
  const root = read.documentElement;
  if (root.localName !== "svg" || root.querySelector("parsererror")) return [];
  for (const element of root.querySelectorAll("*")) {
    if (!MAY_STAND.has(element.localName)) {
      element.remove();
      continue;
    }
    for (const { name, value } of [...element.attributes]) {
      const leads = name.endsWith("href") && !value.startsWith("data:image/");
      if (name.startsWith("on") || name === "style" || leads) element.removeAttribute(name);
    }
  }
  return [...root.childNodes].map((node) => page.importNode(node, true));
}

function draw(element, changed, part) {
  if (changed) {
    element.style.opacity = String(1 - 0.7 * Math.sin(part * Math.PI));
  } else if (element.classList.contains("line")) {
    element.style.strokeDasharray = "1 2";
    element.style.strokeDashoffset = String(1 - part);
  } else {
    element.style.opacity = String(part);
  }
}

function settle(element) {
  element.style.opacity = "";
  element.style.strokeDasharray = "";
  element.style.strokeDashoffset = "";
}
