/** What stands where somebody shared something into the app that is not ours. */
import { LostOtter } from "#app/ui/art/lost-otter.tsx";
import { ButtonLink } from "#app/ui/button.tsx";
import { Page } from "#app/ui/page.tsx";

export function ShareInPage() {
  return (
    <Page width="text" className="text-center">
      <LostOtter className="mx-auto mb-6 w-64 max-w-full" />
      <h1 className="text-title">That is not one of our links</h1>
      <p className="mx-auto mt-3 max-w-md text-lede text-soft">
        Share a Vel Tutor link into the app, and it opens here. Anything else we neither keep nor
        send on.
      </p>
      <div className="mt-7">
        <ButtonLink to="/home" tone="sun">
          Go to your home
        </ButtonLink>
      </div>
    </Page>
  );
}
