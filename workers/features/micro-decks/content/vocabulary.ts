/** Vocabulary decks: meaning from context, and meaning from word parts. */
import type { Deck } from "../deck.ts";

export const vocabularyDecks: readonly Deck[] = [
  {
    id: "vocab-context",
    subject: "vocabulary",
    title: "Words in context",
    summary: "Use the sentence around a word to find its meaning.",
    questions: [
      {
        id: "q1",
        prompt:
          "“The climb was so arduous that even strong hikers had to rest.”\n\nWhat does “arduous” mean?",
        choices: ["very difficult", "very beautiful", "very short", "very quiet"],
        answer: 0,
        explanation:
          "If strong hikers must rest, the climb is hard. “Arduous” means it takes a lot of effort.",
        skill: "context-clues",
      },
      {
        id: "q2",
        prompt:
          "“She was reluctant to speak, although she knew the answer.”\n\nWhat does “reluctant” mean?",
        choices: ["in a hurry to", "not wanting to", "proud to", "not able to"],
        answer: 1,
        explanation:
          "She knew the answer, so she was able to speak but did not want to. “Reluctant” means unwilling.",
        skill: "context-clues",
      },
      {
        id: "q3",
        prompt:
          "“The desert is arid: months go by without a drop of rain.”\n\nWhat does “arid” mean?",
        choices: ["empty", "sandy", "dry", "hot"],
        answer: 2,
        explanation:
          "The words after the colon explain it: no rain for months. Many deserts are hot or sandy too, but “arid” means dry.",
        skill: "definition-clues",
      },
      {
        id: "q4",
        prompt:
          "“His answer was concise: it took ten seconds and left nothing out.”\n\nWhat does “concise” mean?",
        choices: [
          "full of small mistakes",
          "rude and unfriendly",
          "long and detailed",
          "short but complete",
        ],
        answer: 3,
        explanation:
          "Ten seconds tells you it was short, and “left nothing out” tells you it was complete. “Concise” means both at once.",
        skill: "definition-clues",
      },
      {
        id: "q5",
        prompt:
          "“The reports contradict each other: one says the shop closed, the other says it stayed open.”\n\nWhat does “contradict” mean here?",
        choices: [
          "give support to",
          "say the opposite of",
          "leave out parts of",
          "copy word for word",
        ],
        answer: 1,
        explanation:
          "Closed and open cannot both be true, so the reports say opposite things. That is what “contradict” means.",
        skill: "contrast-clues",
      },
    ],
  },
  {
    id: "vocab-roots",
    subject: "vocabulary",
    title: "Word parts",
    summary: "Use prefixes and roots to unlock new words.",
    questions: [
      {
        id: "q1",
        prompt: "What does “sub-” mean in “submarine” and “subway”?",
        choices: ["between", "above", "under", "across"],
        answer: 2,
        explanation:
          "A submarine goes under the sea, and a subway runs under the street. “Sub-” often means under or below.",
        skill: "prefixes",
      },
      {
        id: "q2",
        prompt: "What does “geo” mean in “geology” and “geography”?",
        choices: ["earth", "life", "map", "star"],
        answer: 0,
        explanation:
          "Geology studies what the earth is made of, and geography describes the earth. The root “geo” means earth.",
        skill: "roots",
      },
      {
        id: "q3",
        prompt: "Which word means “not able to be seen”?",
        choices: ["invisible", "supervise", "visionary", "visual"],
        answer: 0,
        explanation:
          "“In-” here means not, “vis” means see, and “-ible” means able to be. All four words share “vis”, but only one has “not” in it.",
        skill: "prefixes",
      },
      {
        id: "q4",
        prompt: "What does “bene” mean in “benefit” and “benevolent”?",
        choices: ["bad or wrong", "again", "good or well", "many"],
        answer: 2,
        explanation:
          "A benefit is something good, and a benevolent person wishes others well. The root “bene” means good or well.",
        skill: "roots",
      },
      {
        id: "q5",
        prompt: "“Pre-” means before, and “dict” means say. What does “predict” mean?",
        choices: [
          "say something again",
          "say what will happen",
          "say the opposite",
          "say what happened",
        ],
        answer: 1,
        explanation:
          "To predict is to say something before it happens. Put the parts together and the word explains itself.",
        skill: "combining-word-parts",
      },
    ],
  },
];
