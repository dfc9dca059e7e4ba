/** Short news that passes: shown above the bottom bar and read out politely. */
import { createContext, type ReactNode, useCallback, useContext, useEffect, useState } from "react";

type Say = (words: string) => void;

const ToastContext = createContext<Say>(() => {});
const stayMs = 4_500;

/** A function that shows a sentence for a few seconds. */
export function useToast(): Say {
  return useContext(ToastContext);
}

export function ToastHost({ children }: { children: ReactNode }) {
  const [toast, setToast] = useState<{ words: string; n: number } | null>(null);
  const say = useCallback<Say>(
    (words) => setToast((last) => ({ words, n: (last?.n ?? 0) + 1 })),
    [],
  );
  useEffect(() => {
    if (!toast) return;
    const timer = setTimeout(() => setToast(null), stayMs);
    return () => clearTimeout(timer);
  }, [toast]);
  return (
    <ToastContext.Provider value={say}>
      {children}
      <div
        role="status"
        aria-live="polite"
        className="pointer-events-none fixed inset-x-0 bottom-24 z-50 flex justify-center px-4 md:bottom-8"
      >
        {toast ? (
          <p
            key={toast.n}
            className="animate-rise rounded-control bg-ink px-5 py-3 font-bold text-paper shadow-lg"
          >
            {toast.words}
          </p>
        ) : null}
      </div>
    </ToastContext.Provider>
  );
}
