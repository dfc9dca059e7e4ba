/** `/`: what this is, and one thing to do now. */
import { type LoaderFunctionArgs, type MetaFunction, redirect } from "@remix-run/cloudflare";
import { useLoaderData } from "@remix-run/react";
import { WelcomePage } from "#app/features/welcome/welcome-page.tsx";
import { unwrap } from "#app/trpc.ts";

export const meta: MetaFunction = () => [
  { title: "Vel Tutor · Five quick questions, a friend to beat" },
  {
    name: "description",
    content: "Answer five questions, see what you can, challenge a friend. No account needed.",
  },
];

export async function loader(args: LoaderFunctionArgs) {
  const { trpc } = args.context;
  const [viewer, { decks }] = await unwrap(
    args,
    Promise.all([trpc.people.me(), trpc.microDecks.list()]),
  );
  if (viewer.kind === "member") throw redirect("/home");
  return { decks };
}

export default function Index() {
  return <WelcomePage decks={useLoaderData<typeof loader>().decks} />;
}
