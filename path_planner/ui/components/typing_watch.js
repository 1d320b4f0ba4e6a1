// Tells which revision a field showed when somebody began to type in it: while they type, the page
// may be shown anew, but the field keeps their words. Tells which buttons were pressed, too.

const MOST = 20;
const watches = new WeakMap();

export default function ({ data, parentElement, setStateValue }) {
  let watch = watches.get(parentElement);
  if (!watch) {
    watch = begin(parentElement.ownerDocument);
    watches.set(parentElement, watch);
  }
  watch.take(data, setStateValue);
  return () => {
    watch.end();
    watches.delete(parentElement);
  };
}

function begin(page) {
  let revision = null;
  let known = new Set();
  let buttons = new Set();
  let tell = () => {};
  // A later beginning has a higher number, also after the page was loaded anew.
  let count = Date.now();
  let begun = {};
  let pressed = {};
  let typingIn = null;

  const onInput = ({ target }) => {
    const field = fieldOf(target);
    if (!known.has(field) || field === typingIn) return;
    typingIn = field;
    count += 1;
    const { [field]: _, ...others } = begun;
    begun = Object.fromEntries([...Object.entries(others).slice(-MOST), [field, [revision, count]]]);
  };
  // A field says what it holds when it is left, and on Enter. This is said just before it, so that
  // both go in one message; and as a state, no trigger: it comes again with all that is said later.
  const onSaying = ({ target }) => {
    if (typingIn === null || fieldOf(target) !== typingIn) return;
    typingIn = null;
    tell("typing", begun);
  };
  const onKey = (event) => {
    const says = event.target.tagName !== "TEXTAREA" || event.ctrlKey || event.metaKey;
    if (event.key === "Enter" && says) onSaying(event);
  };
  const onClick = ({ target }) => {
    const button = target.closest?.("button") ? fieldOf(target) : null;
    if (!buttons.has(button)) return;
    count += 1;
    const { [button]: _, ...others } = pressed;
    pressed = Object.fromEntries([...Object.entries(others).slice(-MOST), [button, count]]);
    tell("pressed", pressed);
  };
  page.addEventListener("click", onClick, true);
  page.addEventListener("input", onInput, true);
  page.addEventListener("keydown", onKey, true);
  page.addEventListener("focusout", onSaying, true);
  return {
    take(data, setStateValue) {
      revision = data.revision;
      known = new Set(data.fields);
      buttons = new Set(data.buttons);
      tell = setStateValue;
    },
    end() {
      page.removeEventListener("click", onClick, true);
      page.removeEventListener("input", onInput, true);
      page.removeEventListener("keydown", onKey, true);
      page.removeEventListener("focusout", onSaying, true);
    },
  };
}

function fieldOf(target) {
  const holder = target.closest?.("[data-testid='stElementContainer'][class*='st-key-']");
  return [...(holder?.classList ?? [])].find((name) => name.startsWith("st-key-"));
}
