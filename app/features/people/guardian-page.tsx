/** A guardian's page: what is asked, what a yes means, and two equal buttons. */
import { Form, useNavigation } from "@remix-run/react";
import { Avatar } from "#app/ui/avatar.tsx";
import { Button, ButtonLink } from "#app/ui/button.tsx";
import { Card } from "#app/ui/card.tsx";
import { Page, PageHead } from "#app/ui/page.tsx";
import { formatDay } from "#app/ui/time-format.ts";
import { Doorway } from "./doorway.tsx";

interface GuardianPageProps {
  token: string;
  childAlias: string;
  askedAt: number;
}

const facts = [
  "The account practises short micro-decks and appears only as a nickname with a drawn creature.",
  "We keep an e-mail address, a year of birth, and the results of the decks. We sell nothing and show no ads.",
  "Nothing of it leaves Vel Tutor unless you allow it below.",
  "You can change your mind whenever you like: write to us, and we delete the account.",
];

export function GuardianPage({ token, childAlias, askedAt }: GuardianPageProps) {
  const busy = useNavigation().state !== "idle";
  return (
    <Page width="text">
      <PageHead
        title="A child would like to join Vel Tutor"
        lede="The child gave your e-mail address and asks for your yes."
      />
      <Card>
        <p className="flex items-center gap-4 border-line border-b pb-5">
          <Avatar seed={childAlias} className="size-16" />
          <span>
            <strong className="block font-display font-extrabold text-xl">{childAlias}</strong>
            <span className="text-soft">{`The nickname we made up. Asked on ${formatDay(askedAt)}.`}</span>
          </span>
        </p>
        <h2 className="mt-5 text-head">What your yes means</h2>
        <ul className="mt-3 grid list-disc gap-2 pl-5 marker:text-river">
          {facts.map((fact) => (
            <li key={fact}>{fact}</li>
          ))}
        </ul>
        <Form method="post" className="mt-6 grid gap-3 sm:grid-cols-2">
          <input type="hidden" name="token" value={token} />
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
              <span className="block font-bold">My child may also challenge friends by link</span>
              <span className="block text-[0.9375rem] text-soft">
                A link shows the nickname and a score, nothing else. You can leave this off.
              </span>
            </span>
          </label>
          <Button
            type="submit"
            name="answer"
            value="consented"
            tone="river"
            size="large"
            aria-disabled={busy}
          >
            Yes, I agree
          </Button>
          <Button type="submit" name="answer" value="declined" size="large" aria-disabled={busy}>
            No, not now
          </Button>
        </Form>
      </Card>
    </Page>
  );
}

/** After the answer, or where the question is no longer open. */
export function GuardianAnswered({ answer }: { answer: "consented" | "declined" | "closed" }) {
  const words = {
    consented: ["Thank you. The account is open.", "Your child can go on right away."],
    declined: [
      "Thank you for telling us.",
      "The account stays closed. Decks can still be played as a guest.",
    ],
    closed: [
      "This question is no longer open",
      "It was answered already, or the mail is too old. Your child can ask again.",
    ],
  } as const;
  const [title, text] = words[answer];
  return (
    <Doorway title={title} lede={text}>
      <ButtonLink to="/">See what Vel Tutor is</ButtonLink>
    </Doorway>
  );
}
