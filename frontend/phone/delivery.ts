// Sends a form until the server has answered: over a line that is cut, the same form again.
const FIRST_WAIT = 1500;
const LONGEST_WAIT = 30000;
const REQUEST_TIMEOUT = 408;
const SERVER_ERROR = 500;

export interface Answer {
  readonly ok: boolean;
  readonly status: number;
  /** Where the browser goes now. */
  readonly url: string;
  /** The sentence of the server for the person; empty if it had none. */
  readonly sentence: string;
}

export interface Line {
  post(): Promise<Answer>;
  wait(milliseconds: number): Promise<void>;
  /** Called each time that the line was cut. */
  cut(): void;
  random(): number;
}

/** Returns the first answer that is one; a busy server without a sentence is asked again. */
export async function deliver(line: Line): Promise<Answer> {
  for (let turn = 0; ; turn++) {
    const answer = await line.post().catch(() => null);
    if (answer && isAnswer(answer)) return answer;
    line.cut();
    // Half of it by chance: all phones of a room lose the line at once.
    await line.wait(Math.min(FIRST_WAIT * 2 ** turn, LONGEST_WAIT) * (0.5 + line.random() / 2));
  }
}

function isAnswer({ status, sentence }: Answer): boolean {
  return sentence !== "" || (status !== REQUEST_TIMEOUT && status < SERVER_ERROR);
}
