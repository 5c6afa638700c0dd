/** What the command's exit code says. */
export const exitCodes = {
  done: 0,
  /** What was asked does not hold: a criterion of `--require`, or a result that does not come out the same again. */
  unmet: 1,
  /** Bad input, or a file that can't be read or written. */
  badInput: 2,
  /** A fault of ours. */
  fault: 3,
  /** Ctrl-C: 128 + 2, as shells count it; SIGTERM gives 143. */
  interrupted: 130,
} as const;

export type ExitCode = (typeof exitCodes)[keyof typeof exitCodes];
