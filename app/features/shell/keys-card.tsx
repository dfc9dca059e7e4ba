/** The setting that turns single-key shortcuts off. */
import { Form } from "@remix-run/react";
import { Button } from "#app/ui/button.tsx";
import { Card } from "#app/ui/card.tsx";
import { ChoiceField } from "#app/ui/field.tsx";
import { keysSettingWords as words } from "./palette-words.ts";

export function KeysCard({ off }: { off: boolean }) {
  return (
    <Card className="hidden md:block">
      <Form method="post" className="grid gap-4">
        <input type="hidden" name="about" value="keys" />
        <ChoiceField
          name="keys"
          legend={words.legend}
          chosen={off ? "off" : "on"}
          options={[
            { value: "on", label: words.on, hint: words.onHint },
            { value: "off", label: words.off, hint: words.offHint },
          ]}
        />
        <Button type="submit" className="justify-self-start">
          {words.keep}
        </Button>
      </Form>
    </Card>
  );
}
