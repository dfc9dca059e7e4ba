/** A guardian decides whether a child's links may leave Vel Tutor. */
import { Button, ButtonLink } from "#app/ui/button.tsx";
import { Page, PageHead } from "#app/ui/page.tsx";
import { Doorway } from "./doorway.tsx";
import { closedWords, GuardianQuestion, YesOrNo } from "./guardian-question.tsx";

interface ShareRequestPageProps {
  token: string;
  childAlias: string;
  askedAt: number;
  /** A yes was given already, and can be taken back. */
  allowed: boolean;
}

const facts = [
  "A link leads a friend to five questions and shows your child's nickname and a score. Nothing else.",
  "Your child cannot write to anybody, and nobody can write to your child.",
  "You can take your yes back on this page whenever you like. Every link that is out then closes.",
];

export function ShareRequestPage({ token, childAlias, askedAt, allowed }: ShareRequestPageProps) {
  return (
    <Page width="text">
      <PageHead
        title={allowed ? "Your child may share links" : "May your child share links?"}
        lede={
          allowed
            ? "You said yes. Here you can take it back."
            : "Your child would like to challenge friends outside Vel Tutor."
        }
      />
      <GuardianQuestion token={token} childAlias={childAlias} askedAt={askedAt} facts={facts}>
        {allowed ? (
          <Button type="submit" name="answer" value="withdrawn" tone="danger" size="large">
            Take my yes back
          </Button>
        ) : (
          <YesOrNo yes="Yes, my child may share" />
        )}
      </GuardianQuestion>
    </Page>
  );
}

interface ShareAnsweredProps {
  answer: "consented" | "declined" | "withdrawn" | "closed";
  token: string;
}

const words = {
  consented: ["Thank you.", "Your child may share links now. Keep this mail: it takes a yes back."],
  declined: ["Thank you for telling us.", "No link leaves Vel Tutor. Everything else stays open."],
  withdrawn: ["Sharing has stopped.", "Links that were out are closed, and no new one is made."],
  closed: closedWords,
} as const;

/** After the answer, or where there is nothing to answer. */
export function ShareAnswered({ answer, token }: ShareAnsweredProps) {
  const [title, text] = words[answer];
  return (
    <Doorway title={title} lede={text}>
      {answer === "consented" ? (
        <ButtonLink to={`/guardian/share?${new URLSearchParams({ token })}`}>
          See it, or take it back
        </ButtonLink>
      ) : (
        <ButtonLink to="/">See what Vel Tutor is</ButtonLink>
      )}
    </Doorway>
  );
}
