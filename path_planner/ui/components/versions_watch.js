// Asks each moment whether somebody else has made a second version of something in this document,
// or taken one. Only then is the page shown anew: a question that asked for a run of the page each
// time would take along what people press meanwhile.

const EVERY = 1500; // milliseconds: both people are to see it within two seconds
const AGAIN = 8; // questions after which an answer that changed nothing is told again

const watches = new WeakMap();

export default function ({ data, parentElement, setTriggerValue }) {
  let watch = watches.get(parentElement);
  if (!watch) {
    watch = begin(parentElement.ownerDocument);
    watches.set(parentElement, watch);
  }
  watch.take(data, setTriggerValue);
  return () => {
    watch.end();
    watches.delete(parentElement);
  };
}

function begin(page) {
  let shown = null;
  let address = "";
  let tell = () => {};
  let told = null;
  let since = 0;

  const ask = async () => {
    if (page.hidden) return;
    let found;
    try {
      const answer = await fetch(address, { cache: "no-store" });
      if (!answer.ok) return;
      found = await answer.text();
    } catch {
      return; // the server is away: the page says so itself
    }
    since += 1;
    if (found === shown || (found === told && since < AGAIN)) return;
    told = found;
    since = 0;
    tell("changed", found);
  };
  const timer = setInterval(ask, EVERY);
  return {
    take(data, setTriggerValue) {
      ({ shown, address } = data);
      tell = setTriggerValue;
    },
    end() {
      clearInterval(timer);
    },
  };
}
