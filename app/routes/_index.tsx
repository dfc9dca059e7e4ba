/** `/`: what this is, and one thing to do now. */
import { type LoaderFunctionArgs, type MetaFunction, redirect } from "@remix-run/cloudflare";
import { useLoaderData } from "@remix-run/react";
import { socialOf } from "#app/features/share-cards/social.ts";
import { WelcomePage } from "#app/features/welcome/welcome-page.tsx";
import { unwrap } from "#app/trpc.ts";
import { socialTags } from "#app/ui/social-tags.ts";
import { type RouteHandle, wordsFor } from "#app/words/page-words.server.ts";
import { plainCard } from "#shared/share-card.ts";

export const handle = { words: ["welcome"] } satisfies RouteHandle;

export const meta: MetaFunction<typeof loader> = ({ data }) =>
  data ? [{ title: data.social.title }, ...socialTags(data.social)] : [];

export async function loader(args: LoaderFunctionArgs) {
  const { trpc } = args.context;
  const [viewer, { decks }] = await unwrap(
    args,
    Promise.all([trpc.people.me(), trpc.microDecks.list()]),
  );
  if (viewer.kind === "member") throw redirect("/home");
  const t = wordsFor(args, "welcome");
  const words = { title: t("title"), text: t("text") };
  return { decks, social: socialOf(args, { ...words, path: "/", card: plainCard }) };
}

export default function Index() {
  return <WelcomePage decks={useLoaderData<typeof loader>().decks} />;
}
