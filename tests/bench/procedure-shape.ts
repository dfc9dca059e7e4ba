/** One way to call a procedure. */
import type { Props, Role } from "./cast.ts";

export interface ProcedureSample {
  /** The tRPC path. */
  path: string;
  as: Role;
  /** What tells this call from another one of the same procedure. */
  label?: string;
  /** Called once with each; the dearest call counts. */
  inputs(props: Props & { runId: string }): readonly unknown[];
  /** The answer's status, where it is not 200. */
  status?: number;
}
