/** Whether the page answers taps yet: before that a button that needs a script says that it waits. */
import { useEffect, useState } from "react";

export function useAwake(): boolean {
  const [awake, wake] = useState(false);
  useEffect(() => wake(true), []);
  return awake;
}
