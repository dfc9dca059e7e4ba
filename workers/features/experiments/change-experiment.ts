/** Creates an experiment, edits its draft, and changes how it is split and whether it runs. */

import type { ExperimentState } from "#shared/experiments.ts";
import { AppError } from "../../platform/app-error.ts";
import { type RequestCtx, requireMember } from "../../platform/context.ts";
import { type Change, commitChange, type Statement } from "./changes.repo.ts";
import { insertDraft, updateDraft, updateSplit, updateState } from "./experiments.repo.ts";
import type { CreateInput, EditInput, SplitInput } from "./experiments.schemas.ts";
import { forgetAssignments } from "./exposures.repo.ts";

export interface Changed {
  key: string;
  version: number;
}

/** Throws CONFLICT where the key is taken: a stopped experiment's key is never used again. */
export async function createExperiment(ctx: RequestCtx, input: CreateInput): Promise<Changed> {
  const { userId } = requireMember(ctx);
  return commit(ctx, [insertDraft(input, changeOf(ctx, input.key, "created"), userId)]);
}

/** Throws CONFLICT where it is no draft any more, or was changed by somebody else. */
export async function changeDraft(ctx: RequestCtx, input: EditInput): Promise<Changed> {
  return commit(ctx, [updateDraft(input, changeOf(ctx, input.key, "edited"))]);
}

/** Begins the next phase. Who was assigned stays; only new people are split the new way. */
export async function changeSplit(ctx: RequestCtx, input: SplitInput): Promise<Changed> {
  return commit(ctx, [updateSplit(input, changeOf(ctx, input.key, "split"))]);
}

/** Throws CONFLICT where that state cannot follow, or the experiment was changed by somebody else. */
export async function changeState(
  ctx: RequestCtx,
  input: { key: string; version: number; to: Exclude<ExperimentState, "draft"> },
): Promise<Changed> {
  const statements = [updateState(input, changeOf(ctx, input.key, input.to))];
  if (input.to === "stopped") statements.push(forgetAssignments(input.key));
  return commit(ctx, statements);
}

function changeOf(ctx: RequestCtx, key: string, action: string): Change {
  return { key, action, actorId: requireMember(ctx).userId, now: new Date(ctx.clock.now()) };
}

/** Two round trips: the change, and the definitions for the edge. */
async function commit(ctx: RequestCtx, statements: readonly Statement[]): Promise<Changed> {
  const changed = await commitChange(ctx.db, statements);
  if (!changed) throw new AppError("CONFLICT");
  await ctx.flags.renew();
  return changed;
}
