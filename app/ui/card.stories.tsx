/** A surface for one thing, and a named region. */
import { Card, Section } from "./card.tsx";

export default { title: "Page/Card" };

export const Plain = () => (
  <Card>
    <h2 className="text-head">Signing in</h2>
    <p className="text-soft">Passkeys, and where you are signed in.</p>
  </Card>
);

export const Region = () => (
  <Section id="region" title="Your study groups" aside={<span className="text-soft">2</span>}>
    <Card>Algebra together</Card>
  </Section>
);
