// Stamps of one area of life, each with its name.
import { memo } from "react";
import { nameOf, type Group, type Stamp, type Translated } from "./stamp_library.ts";

interface Shown {
  group: Group;
  title: string;
  size: number;
  line: number;
  colour: string;
  /** The one that Tab comes to. */
  here: string;
  words: Translated;
  onHere(key: string): void;
  onPut(stamp: Stamp): void;
}

export function StampGroup({ group, title, here, onHere, onPut, words, ...look }: Shown) {
  return (
    <section>
      <h3 dir="auto">{title}</h3>
      <ul className="pp-stamp-list">
        {group.stamps.map((stamp) => {
          const key = `${group.id}/${stamp.id}`;
          return (
            <li key={stamp.id}>
              <button
                type="button"
                className="pp-stamp"
                tabIndex={key === here ? 0 : -1}
                onFocus={() => onHere(key)}
                onClick={() => onPut(stamp)}
              >
                <Drawing d={stamp.d} {...look} />
                <span dir="auto">{nameOf(stamp, words)}</span>
              </button>
            </li>
          );
        })}
      </ul>
    </section>
  );
}

const Drawing = memo(function Drawing({ d, size, line, colour }: Pick<Shown, "size" | "line" | "colour"> & Pick<Stamp, "d">) {
  return (
    <svg
      viewBox={`0 0 ${size} ${size}`}
      fill="none"
      stroke={colour}
      strokeWidth={line}
      strokeLinecap="round"
      strokeLinejoin="round"
      aria-hidden="true"
    >
      {d.map((path, place) => (
        <path key={place} d={path} />
      ))}
    </svg>
  );
});
