/** The setting that turns single-key shortcuts off. */
import { Form } from "@remix-run/react";
import { Button } from "#app/ui/button.tsx";
import { Card } from "#app/ui/card.tsx";
import { ChoiceField } from "#app/ui/field.tsx";
import { useWords } from "#app/words/use-words.ts";

export function KeysCard({ off }: { off: boolean }) {
  const t = useWords("keys");
  return (
    <Card className="hidden md:block">
      <Form method="post" className="grid gap-4">
        <input type="hidden" name="about" value="keys" />
        <ChoiceField
          name="keys"
          legend={t("legend")}
          chosen={off ? "off" : "on"}
          options={[
            { value: "on", label: t("on"), hint: t("on_hint") },
            { value: "off", label: t("off"), hint: t("off_hint") },
          ]}
        />
        <Button type="submit" className="justify-self-start">
          {t("keep")}
        </Button>
      </Form>
    </Card>
  );
}
