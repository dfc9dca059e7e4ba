/** A person's own passkeys. */
import type { Id } from "#shared/ids.ts";
import { type RequestCtx, requireMember } from "../../platform/context.ts";
import { listPasskeyRows } from "./passkeys.repo.ts";

export interface ListedPasskey {
  id: Id<"pkey">;
  /** Where it was made, coarse: nobody types a name. */
  device: string;
  /** Milliseconds since 1970, as both of these. */
  createdAt: number;
  lastUsedAt: number | null;
}

/** One round trip. */
export async function listPasskeys(ctx: RequestCtx): Promise<{ passkeys: ListedPasskey[] }> {
  const rows = await listPasskeyRows(ctx.db, requireMember(ctx).userId);
  const passkeys = rows.map(({ id, device, createdAt, lastUsedAt }) => ({
    id,
    device,
    createdAt: createdAt.getTime(),
    lastUsedAt: lastUsedAt?.getTime() ?? null,
  }));
  return { passkeys };
}
