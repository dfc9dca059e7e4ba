/** A person's own passkeys. */
import type { Id } from "#shared/ids.ts";
import { type RequestCtx, requireMember } from "../../platform/context.ts";
import { listPasskeyRows, type PasskeyRow } from "./passkeys.repo.ts";

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
  return { passkeys: rows.map(listedPasskey) };
}

/** What of a passkey its person sees. */
export function listedPasskey({ id, device, createdAt, lastUsedAt }: PasskeyRow): ListedPasskey {
  return {
    id,
    device,
    createdAt: createdAt.getTime(),
    lastUsedAt: lastUsedAt?.getTime() ?? null,
  };
}
