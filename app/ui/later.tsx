/** For parts that only a running page needs: neither on the server nor before the page answers. */
import { type ReactNode, Suspense } from "react";
import { useAwake } from "./use-awake.ts";

export function Later({ children }: { children: ReactNode }) {
  return useAwake() ? <Suspense fallback={null}>{children}</Suspense> : null;
}
