/** What has been opened, to be closed in reverse order, once, within a time limit. */

export interface Closers {
  add(close: () => unknown): void;
  /** Closes everything; one that fails or hangs does not keep the others. Resolves within `limitMs`. */
  closeAll(limitMs: number): Promise<void>;
}

export function createClosers(): Closers {
  const open: (() => unknown)[] = [];
  let closing: Promise<void> | undefined;
  const closeOneByOne = async () => {
    for (let close = open.pop(); close; close = open.pop()) {
      try {
        await close();
      } catch (error) {
        console.error(`while closing: ${error instanceof Error ? error.message : String(error)}`);
      }
    }
  };
  return {
    add: (close) => {
      open.push(close);
    },
    closeAll(limitMs) {
      const limit = new Promise<void>((resolve) => {
        setTimeout(resolve, limitMs).unref();
      });
      closing ??= Promise.race([closeOneByOne(), limit]);
      return closing;
    },
  };
}
