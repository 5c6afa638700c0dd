import type { FileToWrite } from "./write.ts";

/** A stream that a command writes to. */
export interface Output {
  readonly write: (text: string) => Promise<void>;
  /** True where a person looks on: then lines may be drawn over. */
  readonly isTerminal: boolean;
  /** Width in characters; 80 where unknown. */
  readonly columns: number;
}

/** Everything of the world that a command touches, so that a test can hand it another. */
export interface Io {
  /** Data. */
  readonly stdout: Output;
  /** Progress, warnings and errors. */
  readonly stderr: Output;
  readonly env: Readonly<Record<string, string | undefined>>;
  /** Milliseconds from some moment on. */
  readonly now: () => number;
  /** Aborted by Ctrl-C (or SIGTERM), once; before this is asked for, and the second time, they end the process at once. */
  readonly stopSignal: () => AbortSignal;
  /** Cores that this process may use. */
  readonly cores: number;
  /** What the run is made on, in words. */
  readonly machine: string;
  readonly files: {
    /** Throws UtfallError `resultMissing` or `fileUnreadable`. */
    readonly read: (path: string) => Promise<string>;
    readonly exists: (path: string) => Promise<boolean>;
    /** All of them whole, or none. Throws UtfallError `diskFull`, `notAllowed` or `fileUnwritable`. */
    readonly write: (files: readonly FileToWrite[]) => Promise<void>;
  };
}
