/** A guardian decides whether a child's links may leave Vel Tutor. */
import { Form, useNavigation } from "@remix-run/react";
import { Avatar } from "#app/ui/avatar.tsx";
import { Button, ButtonLink } from "#app/ui/button.tsx";
import { Card } from "#app/ui/card.tsx";
import { Page, PageHead } from "#app/ui/page.tsx";
import { formatDay } from "#app/ui/time-format.ts";
import { Doorway } from "./doorway.tsx";

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
  const busy = useNavigation().state !== "idle";
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
      <Card>
        <p className="flex items-center gap-4 border-line border-b pb-5">
          <Avatar seed={childAlias} className="size-16" />
          <span>
            <strong className="block font-display font-extrabold text-xl">{childAlias}</strong>
            <span className="text-soft">{`The nickname we made up. Asked on ${formatDay(askedAt)}.`}</span>
          </span>
        </p>
        <h2 className="mt-5 text-head">What a yes means</h2>
        <ul className="mt-3 grid list-disc gap-2 pl-5 marker:text-river">
          {facts.map((fact) => (
            <li key={fact}>{fact}</li>
          ))}
        </ul>
        <Form method="post" className="mt-6 grid gap-3 sm:grid-cols-2">
          <input type="hidden" name="token" value={token} />
          {allowed ? (
            <Button type="submit" name="answer" value="withdrawn" tone="danger" size="large">
              Take my yes back
            </Button>
          ) : (
            <>
              <Button
                type="submit"
                name="answer"
                value="consented"
                tone="river"
                size="large"
                aria-disabled={busy}
              >
                Yes, my child may share
              </Button>
              <Button
                type="submit"
                name="answer"
                value="declined"
                size="large"
                aria-disabled={busy}
              >
                No, not now
              </Button>
            </>
          )}
        </Form>
      </Card>
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
  closed: [
    "This question is no longer open",
    "It was answered already, or the mail is too old. Your child can ask again.",
  ],
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
