/** A page with its head, in all widths. */
import { Page, PageHead } from "./page.tsx";

export default { title: "Page/Page" };

export const Wide = () => (
  <Page>
    <PageHead kicker="Study group" title="Algebra together" lede="Practise beside others." />
  </Page>
);

export const Text = () => (
  <Page width="text">
    <PageHead title="You" lede="Only you see this page." />
  </Page>
);

export const Narrow = () => (
  <Page width="narrow">
    <PageHead title="Sign in" />
  </Page>
);
