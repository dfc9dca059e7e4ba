/** A guardian's page: what is asked, what a yes means, and two equal buttons. */
import { Page, PageHead } from "#app/ui/page.tsx";
import { useWords } from "#app/words/use-words.ts";
import { Doorway } from "./doorway.tsx";
import { AboutUs, GuardianQuestion, YesOrNo } from "./guardian-question.tsx";

interface GuardianPageProps {
  token: string;
  childAlias: string;
  askedAt: number;
}

export function GuardianPage({ token, childAlias, askedAt }: GuardianPageProps) {
  const t = useWords("guardians");
  const facts = ([1, 2, 3, 4] as const).map((number) => ({
    head: t(`fact_${number}_head`),
    text: t(`fact_${number}`),
  }));
  return (
    <Page>
      <PageHead title={t("heading")} lede={t("lede")} />
      <GuardianQuestion token={token} childAlias={childAlias} askedAt={askedAt} facts={facts}>
        <label
          htmlFor="allowSharing"
          className="mb-2 flex min-h-14 items-center gap-4 rounded-control border-2 border-line px-4 py-3 has-checked:border-river has-checked:bg-river-soft sm:col-span-2"
        >
          <input
            type="checkbox"
            id="allowSharing"
            name="allowSharing"
            value="yes"
            className="size-5 shrink-0 accent-river"
          />
          <span>
            <span className="block font-bold">{t("allow")}</span>
            <span className="block text-[0.9375rem] text-soft">{t("allow_text")}</span>
          </span>
        </label>
        <YesOrNo yes={t("agree")} />
      </GuardianQuestion>
    </Page>
  );
}

/** After the answer, or where the question is no longer open. */
export function GuardianAnswered({ answer }: { answer: "consented" | "declined" | "closed" }) {
  const t = useWords("guardians");
  return (
    <Doorway title={t(answer)} lede={t(`${answer}_text`)}>
      <AboutUs />
    </Doorway>
  );
}
