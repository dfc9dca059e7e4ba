/** Skill tags as people read them. */
import type { Words } from "#app/words/say.ts";
import { useWords } from "#app/words/use-words.ts";

/** `like-terms` -> "Like terms"; a tag that no deck has any more is read as it is spelled. */
export function skillName(t: Words<"skills">, tag: string): string {
  const said = t(`skill_${tag.replaceAll("-", "_")}` as "skill_tone");
  if (said !== "") return said;
  const words = tag.replaceAll("-", " ");
  return words.charAt(0).toUpperCase() + words.slice(1);
}

/** Names skills in the page's language. */
export function useSkillName(): (tag: string) => string {
  const t = useWords("skills");
  return (tag) => skillName(t, tag);
}
