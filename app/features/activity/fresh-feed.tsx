/** A page with a feed that can be pulled down for news. */
import { useRevalidator } from "@remix-run/react";
import type { ReactNode } from "react";
import { PullToRefresh } from "#app/ui/pull-to-refresh.tsx";
import { useWords } from "#app/words/use-words.ts";

export function FreshFeed({ children }: { children: ReactNode }) {
  const t = useWords("activity");
  const { revalidate, state } = useRevalidator();
  return (
    <PullToRefresh words={t("looking")} busy={state === "loading"} refresh={revalidate}>
      {children}
    </PullToRefresh>
  );
}
