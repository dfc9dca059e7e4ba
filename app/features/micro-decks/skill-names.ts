/** Skill tags as people read them. */

const spelled: Record<string, string> = {
  "ohms-law": "Ohm's law",
  "newtons-first-law": "Newton's first law",
  "newtons-second-law": "Newton's second law",
  "dna-base-pairs": "DNA base pairs",
  "ph-scale": "pH scale",
  "punnett-squares": "Punnett squares",
  "pythagorean-theorem": "Pythagorean theorem",
  "pythagorean-word-problems": "Pythagorean word problems",
};

/** `like-terms` -> "Like terms"; tags with a spelling of their own keep it. */
export function skillName(tag: string): string {
  const known = spelled[tag];
  if (known) return known;
  const words = tag.replaceAll("-", " ").replace(/\b(two|three|four) step\b/, "$1-step");
  return words.charAt(0).toUpperCase() + words.slice(1);
}
