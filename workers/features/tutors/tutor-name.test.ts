import fc from "fast-check";
import { expect, it } from "vitest";
import { nameBytes, tutorNameOf, tutorSlugFrom } from "./tutor-name.ts";

const bytes = fc.uint8Array({ minLength: nameBytes, maxLength: nameBytes });

it("every address has a name, and is itself in small letters", () => {
  fc.assert(
    fc.property(bytes, (random) => {
      const slug = tutorSlugFrom(random);
      expect(slug).toMatch(/^[a-z]+-[a-z]+-[1-9]\d$/);
      expect(slug.length).toBeLessThanOrEqual(40);
      expect(tutorNameOf(slug)?.toLowerCase().replaceAll(" ", "-")).toBe(slug);
    }),
  );
});

it("no other text is an address", () => {
  const texts = fc.oneof(
    fc.emailAddress(),
    fc.constantFrom("mine", "ada-lovelace-42", "patient-lantern-9", "patient-lantern-42-1"),
    fc.string({ maxLength: 40 }),
  );
  fc.assert(
    fc.property(texts, (text) => {
      expect(tutorNameOf(text)).toBeNull();
    }),
  );
});
