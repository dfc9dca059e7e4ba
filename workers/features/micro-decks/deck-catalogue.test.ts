/** Checks the form of every micro-deck, and recomputes the answer key of the numeric ones. */
import { describe, expect, it } from "vitest";
import { deckSubjects } from "#shared/deck-subjects.ts";
import { subjects } from "#shared/vocabulary.ts";
import type { Question } from "./deck.ts";
import { publicQuestion } from "./deck.ts";
import { decks, decksOf, findDeck } from "./deck-catalogue.ts";

const questions = decks.flatMap((deck) =>
  deck.questions.map((question) => ({ name: `${deck.id}/${question.id}`, question })),
);

const wordsIn = (text: string) => text.split(/\s+/).filter(Boolean).length;
/** Slower than a grown-up's 238 words a minute (Brysbaert 2019, doi:10.1016/j.jml.2019.104047). */
const wordsPerMinute = 200;
const thoughtS = 5;

const sentences = (text: string) => text.match(/[.!?]”?(?=\s|$)/g)?.length ?? 0;

/** The words between the outer quotation marks of a reading prompt. */
const passageWords = (prompt: string) => wordsIn(/“[\s\S]*”/.exec(prompt)?.[0] ?? "");

describe("the catalogue", () => {
  it("has two decks for every subject", () => {
    expect(decks.length).toBeGreaterThanOrEqual(12);
    for (const subject of subjects) expect(decksOf(subject), subject).toHaveLength(2);
  });

  it("gives every deck an id of its own that is safe in a path", () => {
    expect(new Set(decks.map((deck) => deck.id)).size).toBe(decks.length);
    for (const deck of decks) expect(deck.id).toMatch(/^[a-z0-9-]{3,40}$/);
  });

  it("finds a deck by id, and nothing for an unknown id", () => {
    for (const deck of decks) expect(findDeck(deck.id)).toBe(deck);
    expect(findDeck("no-such-deck")).toBeUndefined();
    expect(findDeck("constructor")).toBeUndefined();
  });

  it("keeps the answer, the explanation and the skill out of a public question", () => {
    for (const { question } of questions) {
      const { id, prompt, choices } = question;
      expect(publicQuestion(question)).toStrictEqual({ id, prompt, choices });
    }
  });
});

describe.each(decks)("deck $id", (deck) => {
  it("has a title, a one-sentence summary and questions q1 to q5", () => {
    expect(deck.title.trim()).not.toBe("");
    expect(sentences(deck.summary)).toBe(1);
    expect(deck.questions.map((question) => question.id)).toEqual(["q1", "q2", "q3", "q4", "q5"]);
  });

  it("does not put every right choice in the same place", () => {
    expect(new Set(deck.questions.map((question) => question.answer)).size).toBeGreaterThan(2);
  });

  it("is read and answered within 90 seconds", () => {
    const seconds = deck.questions.map(
      ({ prompt, choices }) =>
        (wordsIn([prompt, ...choices].join(" ")) * 60) / wordsPerMinute + thoughtS,
    );
    expect(seconds.reduce((sum, one) => sum + one)).toBeLessThan(90);
  });

  it("asks no question twice", () => {
    expect(new Set(deck.questions.map((question) => question.prompt)).size).toBe(5);
  });
});

describe.each(questions)("question $name", ({ question }) => {
  it("has four different short choices, one of them right", () => {
    expect(question.choices).toHaveLength(4);
    expect(new Set(question.choices.map((choice) => choice.trim().toLowerCase())).size).toBe(4);
    for (const choice of question.choices) {
      expect(choice.trim()).not.toBe("");
      expect(choice.length).toBeLessThanOrEqual(80);
    }
    expect([0, 1, 2, 3]).toContain(question.answer);
  });

  it("has a short prompt, a skill and an explanation of at most two sentences", () => {
    expect(question.prompt.trim()).not.toBe("");
    expect(question.prompt.length).toBeLessThanOrEqual(400);
    expect(passageWords(question.prompt)).toBeLessThanOrEqual(60);
    expect(question.skill).toMatch(/^[a-z]+(-[a-z]+)*$/);
    expect(sentences(question.explanation)).toBeGreaterThanOrEqual(1);
    expect(sentences(question.explanation)).toBeLessThanOrEqual(2);
  });
});

const near = (a: number, b: number) => Math.abs(a - b) < 0.06;

/** Every number in a choice: "x = 25/3" is [8.33…], "4,500 m/s" is [4500]. */
function numbersIn(choice: string): number[] {
  const plain = choice.replaceAll("−", "-").replaceAll(",", "");
  return [...plain.matchAll(/(-?\d+(?:\.\d+)?)(?:\/(\d+))?/g)].map(
    ([, top, bottom]) => Number(top) / Number(bottom ?? 1),
  );
}

/** The value at `x` of a polynomial such as "x² + 6x + 9". */
function valueAt(polynomial: string, x: number): number {
  const terms =
    polynomial
      .replaceAll(" ", "")
      .replaceAll("−", "-")
      .match(/[+-]?[^+-]+/g) ?? [];
  return terms.reduce((sum, term) => {
    const parts = /^([+-]?)(\d*)(x?)([¹²³⁴⁵⁶⁷⁸⁹]*)$/.exec(term);
    if (!parts) throw new Error(`Not a term: ${term}`);
    const [, sign, factor, letter, raised] = parts;
    const power = [...(raised ?? "")].map((digit) => "⁰¹²³⁴⁵⁶⁷⁸⁹".indexOf(digit)).join("");
    const size = Number(factor || 1) * (letter ? x ** Number(power || 1) : 1);
    return sum + (sign === "-" ? -size : size);
  }, 0);
}

type Check = (choice: string) => boolean;

/** The only number in the choice passes the test. */
const number =
  (passes: (n: number) => boolean): Check =>
  (choice) => {
    const found = numbersIn(choice);
    return found.length === 1 && found.every(passes);
  };

const equals = (value: number): Check => number((n) => near(n, value));

/** The choice has the value of `original` wherever it is tried. */
const sameAs =
  (original: (x: number) => number): Check =>
  (choice) =>
    [-3, -1, 2, 5].every((x) => valueAt(choice, x) === original(x));

const sum = (...values: number[]) => values.reduce((total, value) => total + value, 0);
const mean = (...values: number[]) => sum(...values) / values.length;

/** Written from the prompts, not from the answer key: exactly one choice may pass. */
const checks: Record<string, Check> = {
  "alg-linear-equations/q1": number((x) => near(3 * x + 5, 20)),
  "alg-linear-equations/q2": number((x) => near(4 * (x - 2), 12)),
  "alg-linear-equations/q3": number((x) => near(7 * x - 4, 3 * x + 12)),
  "alg-linear-equations/q4": number((x) => near(x / 3 + 2, 6)),
  "alg-linear-equations/q5": number((months) => 20 + 15 * months === 110),
  "alg-expressions/q1": sameAs((x) => 5 * x + 3 - 2 * x + 4),
  "alg-expressions/q2": sameAs((x) => -2 * (x - 5)),
  "alg-expressions/q3": sameAs((x) => x ** 3 * x ** 4),
  "alg-expressions/q4": sameAs((x) => (x + 3) ** 2),
  "alg-expressions/q5": equals(2 * (-3) ** 2 - 4),
  "geo-angles/q1": number((angle) => angle + 115 === 180),
  "geo-angles/q2": number((angle) => angle + 52 + 67 === 180),
  "geo-angles/q3": number((angle) => 2 * angle + 40 === 180),
  "geo-angles/q4": equals((5 - 2) * 180),
  "geo-angles/q5": number((x) => near(3 * x, x + 50)),
  "geo-area/q1": equals((10 * 6) / 2),
  "geo-area/q2": equals(Math.hypot(6, 8)),
  "geo-area/q3": equals((12 / 2) ** 2),
  "geo-area/q4": equals((2 * 7) ** 2 / 7 ** 2),
  "geo-area/q5": number((height) => near(Math.hypot(height, 5), 13)),
  "bio-heredity/q1": equals(46 / 2),
  "bio-heredity/q3": equals(["BB", "Bb", "bB", "bb"].filter((pair) => pair === "bb").length / 4),
  "chem-atoms/q2": equals(6 + 8),
  "chem-atoms/q5": equals(2 + 1 + 4),
  "chem-reactions/q2": number((n) => n * 2 === 2 * 2 && n * 1 === 2),
  "chem-reactions/q4": equals(10 + 6),
  "phy-motion/q1": equals(150 / 30),
  "phy-motion/q2": equals((25 - 10) / 5),
  "phy-motion/q3": equals(4 * 3),
  "phy-motion/q5": equals(60 * 2.5),
  "phy-energy/q1": equals(12 / 2),
  "phy-energy/q2": equals(6000 / 30),
  "phy-energy/q3": equals(2 * 10 * 3),
  "phy-energy/q4": equals((2 * 3) ** 2 / 3 ** 2),
  "phy-energy/q5": equals(4 + 4),
  "sat-ratios/q1": number((sugar) => near(12 / sugar, 3 / 2)),
  "sat-ratios/q2": equals(80 * (1 - 0.25)),
  "sat-ratios/q3": equals(((50 - 40) / 40) * 100),
  "sat-ratios/q4": equals(3.5 * 15),
  "sat-ratios/q5": number((seniors) => near((40 - seniors) / seniors, 3 / 5)),
  "sat-functions/q1": equals(2 * (-2) ** 2 - 3),
  "sat-functions/q2": equals((11 - 2) / (4 - 1)),
  "sat-functions/q3": number((x) => near(-2 * x + 6, 0)),
  "sat-functions/q4": number((fifth) => mean(7, 10, 13, 14, fifth) === 12),
  "sat-functions/q5": (choice) => numbersIn(choice).every((x) => near(x ** 2 - 5 * x + 6, 0)),
};

describe("the answer key, recomputed", () => {
  const byName = new Map<string, Question>(questions.map(({ name, question }) => [name, question]));

  it.each(Object.entries(checks))(
    "%s has one right choice, and the key names it",
    (name, check) => {
      const question = byName.get(name);
      const right = question?.choices.flatMap((choice, index) => (check(choice) ? [index] : []));
      expect(right).toEqual([question?.answer]);
    },
  );

  it("covers all questions of the algebra, geometry and SAT decks", () => {
    for (const subject of ["algebra", "geometry", "sat_math"] as const)
      for (const deck of decksOf(subject))
        for (const question of deck.questions)
          expect(Object.keys(checks)).toContain(`${deck.id}/${question.id}`);
  });
});

describe("the deck list that browsers know", () => {
  it("names exactly these decks with their subjects", () => {
    expect(Object.fromEntries(decks.map((deck) => [deck.id, deck.subject]))).toEqual(deckSubjects);
  });
});
