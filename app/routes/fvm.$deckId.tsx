/** `/fvm/:deckId`: a micro-deck, for guests and members, with and without a script. */
import type { ActionFunctionArgs, LoaderFunctionArgs, MetaFunction } from "@remix-run/cloudflare";
import { type ShouldRevalidateFunction, useLoaderData } from "@remix-run/react";
import { lazy } from "react";
import { DeckPage } from "#app/features/micro-decks/deck-page.tsx";
import { viaScript } from "#app/features/micro-decks/step-outcome.ts";
import { takeStep } from "#app/features/micro-decks/take-step.ts";
import { socialOf } from "#app/features/share-cards/social.ts";
import { useRootData } from "#app/features/shell/viewer.ts";
import { unwrap } from "#app/trpc.ts";
import { Later } from "#app/ui/later.tsx";
import { socialTags } from "#app/ui/social-tags.ts";
import { titled } from "#app/ui/titled.ts";
import type { RouteHandle } from "#app/words/page-words.server.ts";
import { plainCard } from "#shared/share-card.ts";

const DeckPresence = lazy(() =>
  import("#app/features/presence/deck-presence.tsx").catch(() => ({ default: () => null })),
);

export const handle = { quiet: true, words: ["deck", "presence"] } satisfies RouteHandle;

export const meta: MetaFunction<typeof loader> = ({ data }) =>
  data ? [{ title: titled(data.deck.title) }, ...socialTags(data.social)] : [];

export async function loader(args: LoaderFunctionArgs) {
  const { microDecks, smartLinks } = args.context.trpc;
  const deckId = args.params["deckId"] ?? "";
  const [landing, touch] = await unwrap(
    args,
    Promise.all([microDecks.landing({ deckId }), smartLinks.recordOpen()]),
  );
  const { title, summary: text, subject } = landing.deck;
  const card = { ...plainCard, subject };
  const social = socialOf(args, { title, text, path: `/fvm/${deckId}`, card });
  return { ...landing, social, invited: touch.status === "recorded", now: Date.now() };
}

export function action(args: ActionFunctionArgs) {
  return takeStep(args, args.params["deckId"] ?? "");
}

/** A step answers with the new run: nothing else has to be asked for. */
export const shouldRevalidate: ShouldRevalidateFunction = ({
  formData,
  defaultShouldRevalidate,
}) => (formData?.get("via") === viaScript.via ? false : defaultShouldRevalidate);

export default function Fvm() {
  const { social: _, ...loaded } = useLoaderData<typeof loader>();
  const guest = useRootData()?.viewer.kind !== "member";
  const { id, subject } = loaded.deck;
  const beside = (running: boolean) =>
    guest ? null : (
      <Later>
        <DeckPresence subject={subject} running={running} />
      </Later>
    );
  return <DeckPage key={id} {...loaded} guest={guest} beside={beside} />;
}
