/** Asks a subject's root what it knows, and publishes to it, as the Worker's own use cases do. */
import type { LeafDirectory } from "#shared/protocol/leaf-directory.ts";
import type { FeedItem } from "#shared/protocol/server-frames.ts";
import type { PresenceRootApi } from "#workers/features/presence/presence-api.ts";
import type { Totals } from "#workers/features/presence/tally.ts";

interface ProbeEnv {
  PRESENCE_ROOT: DurableObjectNamespace;
}

/** What the probe answers to each path. */
export interface ProbeAnswers {
  "/directory": LeafDirectory;
  "/view": Totals;
  "/publish": { status: "published" };
}

export default {
  async fetch(request: Request, env: ProbeEnv): Promise<Response> {
    const { pathname, searchParams } = new URL(request.url);
    const subject = searchParams.get("subject") ?? "";
    const root = env.PRESENCE_ROOT.getByName(subject) as unknown as PresenceRootApi;
    if (pathname === "/directory") return Response.json(await root.directory());
    if (pathname === "/view") return Response.json(await root.view());
    await root.publish((await request.json()) as FeedItem[]);
    return Response.json({ status: "published" });
  },
};
