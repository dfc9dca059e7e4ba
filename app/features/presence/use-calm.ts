/** A value for screen readers: said once it has stood still for a moment, not with each change. */
import { useEffect, useState } from "react";

const calmMs = 3_000;

export function useCalm<T>(value: T): T {
  const [calm, setCalm] = useState(value);
  useEffect(() => {
    const timer = setTimeout(() => setCalm(value), calmMs);
    return () => clearTimeout(timer);
  }, [value]);
  return calm;
}
