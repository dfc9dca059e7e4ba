/** What stands where somebody shared something into the app that is not ours. */
import { LostOtter } from "#app/ui/art/lost-otter.tsx";
import { ButtonLink } from "#app/ui/button.tsx";
import { Page } from "#app/ui/page.tsx";
import { useWords } from "#app/words/use-words.ts";

export function ShareInPage() {
  const t = useWords("links");
  const s = useWords("shell");
  return (
    <Page width="text" className="my-auto text-center">
      <LostOtter className="mx-auto mb-6 w-64 max-w-full" />
      <h1 className="text-title">{t("not_ours")}</h1>
      <p className="mx-auto mt-3 max-w-md text-lede text-soft">{t("not_ours_text")}</p>
      <div className="mt-7">
        <ButtonLink to="/home" tone="sun">
          {s("go_home")}
        </ButtonLink>
      </div>
    </Page>
  );
}
