// Voices in a dialog: their words, and who said them where.
import { usePart } from "./context.tsx";

export function Quoted({ voices }: { voices: readonly string[] }) {
  const cards = usePart((state) => state.cards);
  return (
    <ul className="pp-quotes">
      {voices.map((voice) => (
        <li key={voice} dir="auto">
          {cards.get(voice)?.text}
          <small>
            <bdi>{cards.get(voice)?.about}</bdi>
          </small>
        </li>
      ))}
    </ul>
  );
}
