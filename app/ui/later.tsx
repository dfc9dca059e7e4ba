/** For parts that only a running page needs: neither on the server nor before the page answers. */
import { type ReactNode, Suspense, useEffect, useState } from "react";

export function Later({ children }: { children: ReactNode }) {
  const [ready, setReady] = useState(false);
  useEffect(() => setReady(true), []);
  return ready ? <Suspense fallback={null}>{children}</Suspense> : null;
}
