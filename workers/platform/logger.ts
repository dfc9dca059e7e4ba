/** Structured logs: one JSON object a line, identifiers only, never a person's data. */

export type LogFields = Record<string, string | number | boolean | null | undefined>;
type Level = "info" | "warn" | "error";

export interface Logger {
  info(message: string, fields?: LogFields): void;
  warn(message: string, fields?: LogFields): void;
  error(message: string, error: unknown, fields?: LogFields): void;
  /** Many of one kind as one line: `{"message":…,[message]:[…]}`. */
  list(message: string, items: readonly LogFields[]): void;
  with(fields: LogFields): Logger;
}

const emailPattern = /[^\s"'<>()=,:;]+@[^\s"'<>()=,:;]+/g;

/** An error's own words may quote input or rows: only its kind, code and scrubbed text are kept. */
function describe(error: unknown): LogFields {
  if (!(error instanceof Error)) return { error: typeof error };
  const code = (error as { code?: unknown }).code;
  const cause = error.cause instanceof Error ? scrub(error.cause.message) : undefined;
  return {
    error: error.name,
    errorCode: typeof code === "string" ? code : undefined,
    errorText: scrub(error.message),
    cause,
    at: scrub(error.stack?.split("\n")[1]?.trim() ?? ""),
  };
}

/** Removes e-mail addresses and everything after "params:" (drizzle prints values there). */
export function scrub(text: string): string {
  const [head = ""] = text.split(/\bparams:/);
  return head.replace(emailPattern, "[email]").slice(0, 300);
}

/** A logger that hands each line to `write` (the console by default). */
export function createLogger(fields: LogFields = {}, write = writeLine): Logger {
  const line = (level: Level, message: string, more?: LogFields) =>
    write(level, JSON.stringify({ level, message, ...fields, ...more }));
  return {
    info: (message, more) => line("info", message, more),
    warn: (message, more) => line("warn", message, more),
    error: (message, error, more) => line("error", message, { ...describe(error), ...more }),
    list: (message, items) =>
      write("info", JSON.stringify({ level: "info", message, ...fields, [message]: items })),
    with: (more) => createLogger({ ...fields, ...more }, write),
  };
}

function writeLine(level: Level, line: string): void {
  // biome-ignore lint/suspicious/noConsole: the console is where a Worker's logs go.
  console[level === "info" ? "log" : level](line);
}
