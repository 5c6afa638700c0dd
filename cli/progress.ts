import type { Language } from "../engine/issues.ts";
import { decimal } from "../report/format.ts";
import type { Io } from "./io.ts";
import { word } from "./words.ts";

export interface Progress {
  readonly update: (done: number, all: number) => void;
  /** A line of its own. */
  readonly note: (text: string) => void;
  /** Takes the bar away. */
  readonly end: () => Promise<void>;
}

/** Milliseconds between two lines where nobody can draw over the last one, and between two pictures of the bar. */
const lineEveryMs = 3_000;
const barEveryMs = 80;
const barWidth = 24;
const takenAway = "\r\u001b[K";

/** A bar with the time left where stderr is a terminal, a plain line every few seconds where not. */
export function progressOn({ stderr, now }: Pick<Io, "stderr" | "now">, language: Language): Progress {
  const started = now();
  // The first line waits as long as the others: a short run needs none.
  let shownAt = stderr.isTerminal ? Number.NEGATIVE_INFINITY : started;
  let drawn = false;
  let writing = Promise.resolve();
  const show = (text: string) => {
    writing = writing.then(() => stderr.write(text));
  };
  return {
    update(done, all) {
      const at = now();
      const due = at - shownAt >= (stderr.isTerminal ? barEveryMs : lineEveryMs);
      if (!due && !(stderr.isTerminal && done === all)) return;
      shownAt = at;
      const text = describe(done, all, (at - started) / 1000, language);
      if (!stderr.isTerminal) return show(`${text}\n`);
      drawn = true;
      const filled = Math.floor((barWidth * done) / all);
      const bar = "█".repeat(filled) + "░".repeat(barWidth - filled);
      show(`\r${`${bar} ${text}`.slice(0, stderr.columns - 1)}\u001b[K`);
    },
    note(text) {
      show(`${drawn ? takenAway : ""}${text}\n`);
      drawn = false;
    },
    async end() {
      if (drawn) show(takenAway);
      await writing;
    },
  };
}

/** `45 %  29,491 of 65,536 draws, 12 s left`. */
function describe(done: number, all: number, seconds: number, language: Language): string {
  const share = `${decimal((100 * done) / all, 0, language).padStart(3)} %`;
  const count = word("progress", language, { done: decimal(done, 0, language), all: decimal(all, 0, language) });
  if (done === 0) return `${share}  ${count}`;
  const left = word("left", language, { time: duration((seconds / done) * (all - done), language) });
  return `${share}  ${count}, ${done < all ? left : word("summing", language)}`;
}

function duration(seconds: number, language: Language): string {
  return seconds < 99.5
    ? word("seconds", language, { n: Math.max(1, Math.round(seconds)) })
    : word("minutes", language, { n: Math.round(seconds / 60) });
}

/** Which of several methods is at work: drawn over where stderr is a terminal, a line each where it has taken a while. */
export function methodProgressOn({ stderr, now }: Pick<Io, "stderr" | "now">, language: Language) {
  let shownAt = now();
  let drawn = false;
  let writing = Promise.resolve();
  const show = (text: string) => {
    writing = writing.then(() => stderr.write(text));
  };
  return {
    update(done: number, all: number, method: string) {
      const text = word("methodUnderWay", language, { done: done + 1, all, method });
      if (!stderr.isTerminal) {
        if (now() - shownAt < lineEveryMs) return;
        shownAt = now();
        return show(`${text}\n`);
      }
      drawn = true;
      const filled = Math.floor((barWidth * done) / all);
      const bar = "█".repeat(filled) + "░".repeat(barWidth - filled);
      show(`\r${`${bar} ${text}`.slice(0, stderr.columns - 1)}\u001b[K`);
    },
    /** A line of its own. */
    note(text: string) {
      show(`${drawn ? takenAway : ""}${text}\n`);
      drawn = false;
    },
    /** Takes the bar away. */
    async end() {
      if (drawn) show(takenAway);
      await writing;
    },
  };
}
