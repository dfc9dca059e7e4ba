/** `/admin/…`: what stands around the operator's pages. */
import { Outlet } from "@remix-run/react";
import { AdminFrame } from "#app/features/shell/admin-frame.tsx";
import type { RouteHandle } from "#app/words/page-words.server.ts";

export const handle = { words: ["admin"] } satisfies RouteHandle;

export default function Admin() {
  return (
    <AdminFrame>
      <Outlet />
    </AdminFrame>
  );
}
