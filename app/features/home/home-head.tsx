/** The top of everybody's home: the creature and the name that others see. */
import { Avatar } from "#app/ui/avatar.tsx";
import { useWords } from "#app/words/use-words.ts";

export function HomeHead({ alias, text }: { alias: string; text: string }) {
  const t = useWords("home");
  return (
    <div className="mb-7 flex items-center gap-4">
      <Avatar seed={alias} className="size-16 sm:size-20" />
      <div>
        <h1 className="text-title">{t("hello", { alias })}</h1>
        <p className="mt-1 text-soft">{text}</p>
      </div>
    </div>
  );
}
