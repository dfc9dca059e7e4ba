/** A guardian decides whether a child's links may leave Vel Tutor. */
import { Button, ButtonLink } from "#app/ui/button.tsx";
import { Page, PageHead } from "#app/ui/page.tsx";
import { useWords } from "#app/words/use-words.ts";
import { Doorway } from "./doorway.tsx";
import { AboutUs, GuardianQuestion, YesOrNo } from "./guardian-question.tsx";

interface ShareRequestPageProps {
  token: string;
  childAlias: string;
  askedAt: number;
  /** A yes was given already, and can be taken back. */
  allowed: boolean;
}

export function ShareRequestPage({ token, childAlias, askedAt, allowed }: ShareRequestPageProps) {
  const t = useWords("guardians");
  const facts = ([1, 2, 3] as const).map((number) => ({
    head: t(`share_fact_${number}_head`),
    text: t(`share_fact_${number}`),
  }));
  return (
    <Page>
      <PageHead
        title={t(allowed ? "share_allowed" : "share_title")}
        lede={t(allowed ? "share_lede_allowed" : "share_lede")}
      />
      <GuardianQuestion token={token} childAlias={childAlias} askedAt={askedAt} facts={facts}>
        {allowed ? (
          <Button type="submit" name="answer" value="withdrawn" tone="danger" size="large">
            {t("take_back")}
          </Button>
        ) : (
          <YesOrNo yes={t("share_yes")} />
        )}
      </GuardianQuestion>
    </Page>
  );
}

interface ShareAnsweredProps {
  answer: "consented" | "declined" | "withdrawn" | "closed";
  token: string;
}

/** After the answer, or where there is nothing to answer. */
export function ShareAnswered({ answer, token }: ShareAnsweredProps) {
  const t = useWords("guardians");
  const key = answer === "closed" ? answer : (`share_${answer}` as const);
  return (
    <Doorway title={t(key)} lede={t(`${key}_text`)}>
      {answer === "consented" ? (
        <ButtonLink to={`/guardian/share?${new URLSearchParams({ token })}`}>
          {t("see_or_take_back")}
        </ButtonLink>
      ) : (
        <AboutUs />
      )}
    </Doorway>
  );
}
