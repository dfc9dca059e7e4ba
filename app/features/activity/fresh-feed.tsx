/** A page with a feed that can be pulled down for news. */
import { useRevalidator } from "@remix-run/react";
import type { ReactNode } from "react";
import { PullToRefresh } from "#app/ui/pull-to-refresh.tsx";

export function FreshFeed({ children }: { children: ReactNode }) {
  const { revalidate, state } = useRevalidator();
  return (
    <PullToRefresh words="Looking for news" busy={state === "loading"} refresh={revalidate}>
      {children}
    </PullToRefresh>
  );
}
