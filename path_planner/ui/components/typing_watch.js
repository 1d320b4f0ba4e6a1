// Tells which revision a field showed when somebody began to type in it: while they type, the page
// may be shown anew, but the field keeps their words.

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
  let tell = () => {};
  // A later beginning has a higher number, also after the page was loaded anew.
  let count = Date.now();
  let fields = {};
  let typingIn = null;

  const rest = () => {
    typingIn = null;
  };
  const onInput = ({ target }) => {
    const holder = target.closest?.("[data-testid='stElementContainer'][class*='st-key-']");
    const field = [...(holder?.classList ?? [])].find((name) => name.startsWith("st-key-"));
    if (!known.has(field) || field === typingIn) return;
    typingIn = field;
    count += 1;
    const { [field]: _, ...others } = fields;
    fields = Object.fromEntries([...Object.entries(others).slice(-MOST), [field, [revision, count]]]);
    // A state, not a trigger: it comes again with whatever the page says later.
    tell("typing", fields);
  };
  // A field says what it holds when it is left, and on Enter.
  const onKey = ({ key }) => {
    if (key === "Enter") setTimeout(rest);
  };
  page.addEventListener("focusin", rest);
  page.addEventListener("keydown", onKey, true);
  page.addEventListener("input", onInput, true);
  return {
    take(data, setStateValue) {
      revision = data.revision;
      known = new Set(data.fields);
      tell = setStateValue;
    },
    end() {
      page.removeEventListener("focusin", rest);
      page.removeEventListener("keydown", onKey, true);
      page.removeEventListener("input", onInput, true);
    },
  };
}
