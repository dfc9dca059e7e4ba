/** What a person chooses about being seen, looks and keys: one form, kept by one button. */
import { Form } from "@remix-run/react";
import { Button } from "#app/ui/button.tsx";
import { Card } from "#app/ui/card.tsx";
import { ChoiceField } from "#app/ui/field.tsx";
import { useWords } from "#app/words/use-words.ts";

export interface ChoicesCardProps {
  invisible: boolean;
  /** Null follows the device. */
  theme: "light" | "dark" | null;
  /** Whether single keys are no shortcuts. */
  keysOff: boolean;
}

export function ChoicesCard({ invisible, theme, keysOff }: ChoicesCardProps) {
  const t = useWords("account");
  return (
    <Card aria-labelledby="choices">
      <h2 id="choices" className="mb-4 text-head">
        {t("choices")}
      </h2>
      <Form
        method="post"
        onChange={(event) => showTheme(new FormData(event.currentTarget).get("theme"))}
        className="grid gap-7"
      >
        <input type="hidden" name="about" value="choices" />
        <ChoiceField
          name="visibility"
          legend={t("here")}
          chosen={invisible ? "invisible" : "visible"}
          options={[
            { value: "visible", label: t("visible") },
            { value: "invisible", label: t("invisible"), hint: t("invisible_hint") },
          ]}
        />
        <ChoiceField
          name="theme"
          legend={t("theme")}
          chosen={theme ?? "device"}
          options={[
            { value: "device", label: t("theme_device") },
            { value: "light", label: t("theme_light") },
            { value: "dark", label: t("theme_dark") },
          ]}
        />
        <div className="hidden md:block">
          <ChoiceField
            name="keys"
            legend={t("keys")}
            chosen={keysOff ? "off" : "on"}
            options={[
              { value: "on", label: t("keys_on"), hint: t("keys_on_hint") },
              { value: "off", label: t("keys_off"), hint: t("keys_off_hint") },
            ]}
          />
        </div>
        <Button type="submit" tone="river" className="justify-self-start">
          {t("keep")}
        </Button>
      </Form>
    </Card>
  );
}

/** Before it is kept, so that one sees what one chooses. */
function showTheme(chosen: FormDataEntryValue | null): void {
  const device = matchMedia("(prefers-color-scheme: dark)").matches;
  const dark = chosen === "dark" || (chosen === "device" && device);
  document.documentElement.classList.toggle("dark", dark);
}
