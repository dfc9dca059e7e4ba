/** Short news that passes: shown above the bottom bar and read out politely. */
import { createContext, type ReactNode, useCallback, useContext, useEffect, useState } from "react";
import { addToast, type Toast, type ToastDeed } from "./toast-stack.ts";

type Say = (words: string, deed?: ToastDeed) => void;

const ToastContext = createContext<Say>(() => {});
const stayMs = 4_500;
/** Who is to decide something needs longer than who only reads. */
const decideMs = 10_000;

/** A function that shows a sentence for a few seconds. */
export function useToast(): Say {
  return useContext(ToastContext);
}

export function ToastHost({ children }: { children: ReactNode }) {
  const [toasts, setToasts] = useState<readonly Toast[]>([]);
  const say = useCallback<Say>(
    (words, deed) => setToasts((shown) => addToast(shown, words, deed)),
    [],
  );
  const end = useCallback(
    (over: Toast) => setToasts((shown) => shown.filter((one) => one !== over)),
    [],
  );
  return (
    <ToastContext.Provider value={say}>
      {children}
      <div
        role="status"
        aria-atomic="false"
        className="pointer-events-none fixed inset-x-0 bottom-24 z-50 grid justify-items-center gap-2 px-4 md:bottom-8"
      >
        {toasts.map((toast) => (
          <ToastLine key={toast.n} toast={toast} end={end} />
        ))}
      </div>
    </ToastContext.Provider>
  );
}

/** Each has its own time, so that later news take nobody the answer to a tap. */
function ToastLine({ toast, end }: { toast: Toast; end(toast: Toast): void }) {
  const { words, deed } = toast;
  const [held, hold] = useState(false);
  useEffect(() => {
    if (held) return;
    const timer = setTimeout(end, deed ? decideMs : stayMs, toast);
    return () => clearTimeout(timer);
  }, [toast, deed, held, end]);
  return (
    <p
      onPointerEnter={() => hold(true)}
      onPointerLeave={() => hold(false)}
      onFocus={() => hold(true)}
      onBlur={() => hold(false)}
      className="animate-rise rounded-control bg-ink px-5 py-3 font-bold text-paper shadow-lg has-[button]:pointer-events-auto"
    >
      {words}
      {deed ? (
        <button
          type="button"
          className="-my-3 ml-4 min-h-11 underline underline-offset-4"
          onClick={() => {
            end(toast);
            deed.act();
          }}
        >
          {deed.words}
        </button>
      ) : null}
    </p>
  );
}
