// The script of the phone page, which stands in the page itself. Without it the plain form works.
import { deliver, type Answer } from "./delivery.ts";
import { deleteDraft, readDraft, writeDraft } from "./draft.ts";
import { Pad } from "./pad.ts";
import { pictureOf } from "./picture.ts";

const ANSWER_TIME = 40000;

const form = document.querySelector("form")!;
const words = form.dataset as Record<"open" | "name" | "undo" | "sending" | "cut" | "failed", string>;
const send = form.querySelector<HTMLButtonElement>("button")!;
const label = send.textContent;
const photo = field("picture");
const status = form.querySelector<HTMLElement>("[role=status]")!;
const pad = new Pad(photo.closest("label")!, words, save);
let sending = false;

const draft = readDraft(location.pathname);
if (draft) fill(draft.fields);
if (draft?.strokes.length) {
  pad.strokes = draft.strokes.map((stroke) => [...stroke]);
  pad.show();
}
form.addEventListener("input", save);
form.addEventListener("submit", (event) => {
  event.preventDefault();
  if (!sending) void submit();
});

function field(name: string): HTMLInputElement {
  return form.elements.namedItem(name) as HTMLInputElement;
}

function texts(): [string, string][] {
  return [...new FormData(form)].filter((pair): pair is [string, string] => typeof pair[1] === "string");
}

function save(): void {
  if (!sending) writeDraft({ page: location.pathname, fields: texts(), strokes: pad.strokes });
}

function fill(fields: readonly (readonly [string, string])[]): void {
  for (const [name, value] of fields) {
    const found = field(name);
    // The question is the one that the page asks now.
    if (!found || name === "question") continue;
    if (found.type === "checkbox") found.checked = true;
    else found.value = value;
  }
}

async function submit(): Promise<void> {
  // Before the fields are locked: a form has none of those.
  const body = new FormData(form);
  say(words.sending, true);
  const picture = await pictureOf(photo.files?.[0] ?? null, pad.drawing);
  if (picture) body.set("picture", picture, "picture");
  const answer = await deliver({
    post: () => post(body),
    wait: untilOnlineOr,
    cut: () => say(words.cut, true),
    random: Math.random,
  });
  if (!answer.ok) return say(answer.sentence || words.failed, false);
  deleteDraft();
  // Whoever has the phone next must not find it by going back.
  form.reset();
  location.replace(answer.url);
}

/** The same form is the same operation: sent twice, it is in the tray once. */
async function post(body: FormData): Promise<Answer> {
  const aborter = new AbortController();
  const timer = setTimeout(() => aborter.abort(), ANSWER_TIME);
  try {
    const { ok, status, url, text } = await fetched(body, aborter.signal);
    const page = new DOMParser().parseFromString(text, "text/html");
    const said = page.querySelector(".e") ?? page.querySelector("h1");
    return { ok, status, url, sentence: said?.textContent ?? "" };
  } finally {
    clearTimeout(timer);
  }
}

async function fetched(body: FormData, signal: AbortSignal) {
  const answer = await fetch(form.action, { method: "POST", body, signal });
  return { ok: answer.ok, status: answer.status, url: answer.url, text: await answer.text() };
}

function untilOnlineOr(milliseconds: number): Promise<void> {
  return new Promise((resolve) => {
    setTimeout(resolve, milliseconds);
    addEventListener("online", () => resolve(), { once: true });
  });
}

function say(sentence: string, busy: boolean): void {
  sending = busy;
  status.textContent = sentence;
  status.hidden = false;
  send.textContent = busy ? words.sending : label;
  // Fields that change while it is sent would be another post.
  for (const one of form.querySelectorAll<HTMLElement>("textarea,input,select,button")) {
    (one as HTMLInputElement).disabled = busy;
  }
  if (!busy) send.focus();
}
