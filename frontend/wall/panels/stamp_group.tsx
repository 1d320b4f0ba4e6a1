// The stamps of one category, each with its name.
import { memo } from "react";
import { stampName, type Stamp, type StampCategory, type StampTranslations } from "./stamp_library.ts";

interface StampGroupProps {
  group: StampCategory;
  title: string;
  size: number;
  line: number;
  colour: string;
  /** The key of the stamp that Tab goes to. */
  focusedKey: string;
  translations: StampTranslations;
  onFocusKey(key: string): void;
  onAdd(stamp: Stamp): void;
}

export function StampGroup({ group, title, focusedKey, onFocusKey, onAdd, translations, ...drawingProps }: StampGroupProps) {
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
                tabIndex={key === focusedKey ? 0 : -1}
                onFocus={() => onFocusKey(key)}
                onClick={() => onAdd(stamp)}
              >
                <StampDrawing d={stamp.d} {...drawingProps} />
                <span dir="auto">{stampName(stamp, translations)}</span>
              </button>
            </li>
          );
        })}
      </ul>
    </section>
  );
}

const StampDrawing = memo(function StampDrawing({ d, size, line, colour }: Pick<StampGroupProps, "size" | "line" | "colour"> & Pick<Stamp, "d">) {
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
      {d.map((path, index) => (
        <path key={index} d={path} />
      ))}
    </svg>
  );
});
