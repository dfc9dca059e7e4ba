/** A text to be copied, short and long. */
import { CopyField } from "./copy-field.tsx";

export default { title: "Controls/Copy field" };

export const OneLine = () => <CopyField label="Your link" value="https://example.test/sl/abc" />;

export const ManyLines = () => (
  <CopyField label="Recovery codes" value={"aaaa-bbbb\ncccc-dddd\neeee-ffff"} rows={3} />
);
