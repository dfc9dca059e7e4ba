/** `/tutors/mine`: a tutor's own page, its settings and its link. */
import type { ActionFunctionArgs, LoaderFunctionArgs, MetaFunction } from "@remix-run/cloudflare";
import { useActionData, useLoaderData } from "@remix-run/react";
import { useEffect } from "react";
import { SpotlightShare } from "#app/features/smart-links/spotlight-share.tsx";
import { TutorSettingsPage } from "#app/features/tutors/tutor-settings-page.tsx";
import { attempt, type Outputs, unwrap } from "#app/trpc.ts";
import { titled } from "#app/ui/titled.ts";
import { useToast } from "#app/ui/toast.tsx";
import { type RouteHandle, wordsFor } from "#app/words/page-words.server.ts";
import { useWords } from "#app/words/use-words.ts";

type Subjects = Outputs["tutors"]["keep"]["subjects"];

export const handle = { words: ["sharing", "tutoring"] } satisfies RouteHandle;

export const meta: MetaFunction<typeof loader> = ({ data }) =>
  data ? [{ title: titled(data.title) }] : [];

export async function loader(args: LoaderFunctionArgs) {
  const { page } = await unwrap(args, args.context.trpc.tutors.mine());
  return { page, title: wordsFor(args, "tutoring")("title") };
}

export async function action(args: ActionFunctionArgs) {
  const form = await args.request.formData();
  // What is no subject is refused by the procedure.
  const subjects = form.getAll("subject").map(String) as unknown as Subjects[number][];
  const published = form.get("shown") === "yes";
  return attempt(args, args.context.trpc.tutors.keep({ subjects, published }), ["BAD_INPUT"]);
}

export default function TutorsMine() {
  const t = useWords("tutoring");
  const { page } = useLoaderData<typeof loader>();
  const done = useActionData<typeof action>();
  const say = useToast();
  const kept = done?.status === "done" ? done.value : null;
  useEffect(() => {
    if (kept) say(t(kept.published ? "is_public" : "is_hidden"));
  }, [kept, say, t]);
  return (
    <TutorSettingsPage
      page={page}
      problem={done?.status === "refused" ? t("pick_one") : null}
      share={page?.published ? <SpotlightShare key={page.slug} page={page} /> : null}
    />
  );
}
