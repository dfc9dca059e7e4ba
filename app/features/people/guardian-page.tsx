/** A guardian's page: what is asked, what a yes means, and two equal buttons. */
import { ButtonLink } from "#app/ui/button.tsx";
import { Page, PageHead } from "#app/ui/page.tsx";
import { Doorway } from "./doorway.tsx";
import { closedWords, GuardianQuestion, YesOrNo } from "./guardian-question.tsx";

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
  return (
    <Page width="text">
      <PageHead
        title="A child would like to join Vel Tutor"
        lede="The child gave your e-mail address and asks for your yes."
      />
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
            <span className="block font-bold">My child may also challenge friends by link</span>
            <span className="block text-[0.9375rem] text-soft">
              A link shows the nickname and a score, nothing else. You can leave this off.
            </span>
          </span>
        </label>
        <YesOrNo yes="Yes, I agree" />
      </GuardianQuestion>
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
    closed: closedWords,
  } as const;
  const [title, text] = words[answer];
  return (
    <Doorway title={title} lede={text}>
      <ButtonLink to="/">See what Vel Tutor is</ButtonLink>
    </Doorway>
  );
}
