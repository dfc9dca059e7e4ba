/** Short news that passes (by `.toast` in app.css): shown above the bottom bar and read out politely. */
import { createContext, type ReactNode, useCallback, useContext, useState } from "react";
import { addToast, type Toast, type ToastDeed } from "./toast-stack.ts";

type Say = (words: string, deed?: ToastDeed) => void;

const ToastContext = createContext<Say>(() => {});

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
  return (
    <ToastContext.Provider value={say}>
      {children}
      <div
        role="status"
        aria-atomic="false"
        className="pointer-events-none fixed inset-x-0 bottom-24 z-50 flex flex-col items-center gap-2 px-4 md:bottom-8"
      >
        {toasts.map((toast) => {
          const { n, words, deed } = toast;
          const end = () => setToasts((shown) => shown.filter((one) => one.n !== n));
          return (
            <p
              key={n}
              onAnimationEnd={(ended) => ended.animationName === "leave" && end()}
              className="toast rounded-control bg-ink px-5 py-3 font-bold text-paper shadow-lg"
            >
              {words}
              {deed ? (
                <button
                  type="button"
                  className="-my-3 ml-4 min-h-11 underline underline-offset-4"
                  onClick={() => {
                    end();
                    deed.act();
                  }}
                >
                  {deed.words}
                </button>
              ) : null}
            </p>
          );
        })}
      </div>
    </ToastContext.Provider>
  );
}
