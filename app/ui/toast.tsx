/** Short news that passes: shown above the bottom bar and read out politely. */
import { createContext, type ReactNode, useCallback, useContext, useEffect, useState } from "react";

/** What can be done about the news, such as taking it back. */
export interface ToastDeed {
  words: string;
  act(): void;
}

type Say = (words: string, deed?: ToastDeed) => void;

const ToastContext = createContext<Say>(() => {});
const stayMs = 4_500;
/** Who is to decide something needs longer than who only reads. */
const decideMs = 10_000;

/** A function that shows a sentence for a few seconds. */
export function useToast(): Say {
  return useContext(ToastContext);
}

interface Toast {
  words: string;
  deed: ToastDeed | undefined;
  n: number;
}

export function ToastHost({ children }: { children: ReactNode }) {
  const [toast, setToast] = useState<Toast | null>(null);
  const [held, hold] = useState(false);
  const say = useCallback<Say>((words, deed) => {
    hold(false);
    setToast((last) => ({ words, deed, n: (last?.n ?? 0) + 1 }));
  }, []);
  useEffect(() => {
    if (!toast || held) return;
    const timer = setTimeout(() => setToast(null), toast.deed ? decideMs : stayMs);
    return () => clearTimeout(timer);
  }, [toast, held]);
  return (
    <ToastContext.Provider value={say}>
      {children}
      <div
        role="status"
        className="pointer-events-none fixed inset-x-0 bottom-24 z-50 flex justify-center px-4 md:bottom-8"
      >
        {toast ? (
          <p
            key={toast.n}
            onPointerEnter={() => hold(true)}
            onPointerLeave={() => hold(false)}
            onFocus={() => hold(true)}
            onBlur={() => hold(false)}
            className="animate-rise rounded-control bg-ink px-5 py-3 font-bold text-paper shadow-lg has-[button]:pointer-events-auto"
          >
            {toast.words}
            {toast.deed ? (
              <button
                type="button"
                className="-my-3 ml-4 min-h-11 underline underline-offset-4"
                onClick={() => {
                  setToast(null);
                  hold(false);
                  toast.deed?.act();
                }}
              >
                {toast.deed.words}
              </button>
            ) : null}
          </p>
        ) : null}
      </div>
    </ToastContext.Provider>
  );
}
