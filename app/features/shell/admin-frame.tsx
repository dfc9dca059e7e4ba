/** What stands around each of the operator's pages: the ways between them, and English. */
import { type ReactNode, useMemo } from "react";
import { ToastHost } from "#app/ui/toast.tsx";
import { usePageWords, WordsProvider } from "#app/words/use-words.ts";
import { AdminTabs } from "./admin-tabs.tsx";

/** Said in English with English numbers and dates, and marked so on a page of another language. */
export function AdminFrame({ children }: { children: ReactNode }) {
  const { locale, words } = usePageWords();
  const english = useMemo(() => ({ locale: "en" as const, words }), [words]);
  return (
    <div lang={locale === "en" ? undefined : "en"} className="contents">
      <WordsProvider value={english}>
        <ToastHost>
          <AdminTabs />
          {children}
        </ToastHost>
      </WordsProvider>
    </div>
  );
}
