/** What is kept of a person, why, and how to ask about it. */
import { Card } from "#app/ui/card.tsx";
import { Page, PageHead } from "#app/ui/page.tsx";
import { useWords } from "#app/words/use-words.ts";

export function PrivacyPage() {
  const t = useWords("privacy");
  const parts = [
    { name: "guest", facts: [t("guest_1"), t("guest_2")] },
    {
      name: "account",
      facts: [t("account_1"), t("account_2"), t("account_3"), t("account_4")],
    },
    { name: "seen", facts: [t("seen_1"), t("seen_2"), t("seen_3")] },
    { name: "links", facts: [t("links_1"), t("links_2")] },
    { name: "device", facts: [t("device_1"), t("device_2")] },
    { name: "never", facts: [t("never_1"), t("never_2")] },
  ] as const;
  return (
    <Page>
      <PageHead title={t("title")} lede={t("lede")} />
      <div className="grid grid-cols-1 gap-5 lg:grid-cols-2">
        {parts.map(({ name, facts }) => (
          <Card key={name} aria-labelledby={name}>
            <h2 id={name} className="text-head">
              {t(name)}
            </h2>
            <ul className="mt-3 grid list-disc gap-2 ps-5 marker:text-river">
              {facts.map((fact) => (
                <li key={fact}>{fact}</li>
              ))}
            </ul>
          </Card>
        ))}
      </div>
      <section aria-labelledby="ask" className="mt-10 max-w-2xl">
        <h2 id="ask" className="text-head">
          {t("ask")}
        </h2>
        <p className="mt-2">{t("ask_text")}</p>
      </section>
    </Page>
  );
}
