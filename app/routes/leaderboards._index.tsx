/** `/leaderboards`: the board of the subject that the person played last. */
import { type LoaderFunctionArgs, redirect } from "@remix-run/cloudflare";
import { unwrap } from "#app/trpc.ts";
import { subjects } from "#shared/vocabulary.ts";

export async function loader(args: LoaderFunctionArgs) {
  const { people, microDecks } = args.context.trpc;
  const viewer = await unwrap(args, people.me());
  const results =
    viewer.kind === "member" ? (await unwrap(args, microDecks.myResults({}))).items : [];
  throw redirect(`/leaderboards/${results[0]?.subject ?? subjects[0]}`);
}
