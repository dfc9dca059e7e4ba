/** Reading decks: short passages for inference, and for main idea and purpose. */
import type { Deck } from "../deck.ts";

export const readingDecks: readonly Deck[] = [
  {
    id: "read-inference",
    subject: "reading",
    title: "Reading between the lines",
    summary: "Use clues in a short passage to work out what is not said.",
    questions: [
      {
        id: "q1",
        prompt:
          "“I checked the clock again, straightened the chairs and jumped at every sound from the street.”\n\nHow does the narrator most likely feel?",
        choices: [
          "Angry at noisy neighbors",
          "Tired and ready for bed",
          "Bored with nothing to do",
          "Nervous while waiting for someone",
        ],
        answer: 3,
        explanation:
          "Checking the clock, fixing chairs and jumping at sounds are signs of nerves. The clues together suggest that someone is about to arrive.",
        skill: "character-feelings",
      },
      {
        id: "q2",
        prompt:
          "“A girl hurried in with a bent umbrella. A puddle grew under her coat.”\n\nWhat was most likely happening outside?",
        choices: ["A storm", "A light snowfall", "A thick fog", "A heat wave"],
        answer: 0,
        explanation:
          "A dripping coat and an umbrella bent out of shape point to heavy rain and wind. The passage never says “storm”, but the clues do.",
        skill: "drawing-conclusions",
      },
      {
        id: "q3",
        prompt:
          "“In the fall, the boy folded his arms when the coach spoke. By spring, he came first, left last and asked for extra drills.”\n\nHow did the boy change?",
        choices: [
          "He grew tired of the sport",
          "He began to dislike the coach",
          "He began to care about training",
          "He became a coach himself",
        ],
        answer: 2,
        explanation:
          "Coming early, staying late and asking for more all show that he cares. The folded arms are from the fall, before the change.",
        skill: "character-change",
      },
      {
        id: "q4",
        prompt:
          "“Once, the bakery’s line reached the corner. Now two people come before noon, and the baker reads the newspaper.”\n\nWhat can you infer?",
        choices: [
          "The bakery has fewer customers now",
          "The baker’s bread has become worse",
          "The bakery opens later now",
          "The baker prefers quiet days",
        ],
        answer: 0,
        explanation:
          "The long line is gone and the baker has time to read, so fewer people come. The passage gives no reason, so we cannot blame the bread.",
        skill: "evidence-based-inference",
      },
      {
        id: "q5",
        prompt:
          "“‘What a great trip,’ said the sister, looking at the leaking tent. ‘I can’t wait to do this every weekend.’”\n\nHow does the sister really feel?",
        choices: [
          "Proud of her camping skills",
          "Eager to camp every weekend",
          "Unhappy with the trip",
          "Afraid of sleeping outdoors",
        ],
        answer: 2,
        explanation:
          "Her words are cheerful, but a leaking tent is not. Saying the opposite of what you mean like this is called sarcasm.",
        skill: "tone",
      },
    ],
  },
  {
    id: "read-main-idea",
    subject: "reading",
    title: "Main idea and purpose",
    summary: "Find what a text is about, why it was written and how it holds together.",
    questions: [
      {
        id: "q1",
        prompt:
          "“Bees get the credit, but moths work the night shift. While bees rest, moths visit flowers that open after dark and carry pollen from plant to plant.”\n\nWhat is the main idea?",
        choices: [
          "Moths pollinate flowers at night",
          "Moths pollinate better than bees",
          "Some flowers open after dark",
          "Bees rest when it is dark",
        ],
        answer: 0,
        explanation:
          "The whole passage is about the pollinating that moths do at night. Resting bees and night flowers are details, and nothing says moths do it better.",
        skill: "main-idea",
      },
      {
        id: "q2",
        prompt:
          "“Tired of soggy sandwiches? Our new lunch box keeps food crisp all day. Order by Friday and get a free bottle!”\n\nWhat is the main purpose?",
        choices: [
          "To tell a story about lunch",
          "To explain how lunch boxes are made",
          "To persuade people to buy something",
          "To compare several lunch boxes",
        ],
        answer: 2,
        explanation:
          "“Order by Friday” and the free gift are there to make you buy. That is writing to persuade.",
        skill: "author-purpose",
      },
      {
        id: "q3",
        prompt:
          "A student writes: “Trees make city streets cooler.”\n\nWhich sentence is the best evidence for this claim?",
        choices: [
          "Most people enjoy walking under green trees.",
          "City trees need extra water in dry summers.",
          "Our city plants about 200 trees every spring.",
          "Shaded streets measured 4 °C cooler than bare ones.",
        ],
        answer: 3,
        explanation:
          "The claim is about temperature, so a temperature measurement supports it best. The other sentences are about trees but not about heat.",
        skill: "supporting-evidence",
      },
      {
        id: "q4",
        prompt:
          "“The new bridge swayed in the wind. ____, the engineers added heavier cables to it.”\n\nWhich words fit best in the gap?",
        choices: ["In the same way", "In contrast", "As a result", "For example"],
        answer: 2,
        explanation:
          "The swaying is the cause, and the heavier cables are what came of it. “As a result” links a cause to its effect.",
        skill: "transitions",
      },
      {
        id: "q5",
        prompt: "Which sentence is an opinion?",
        choices: [
          "The library is the nicest place in town.",
          "The library opened in 1962.",
          "The library lends 900 books a week.",
          "The library has three floors.",
        ],
        answer: 0,
        explanation:
          "“Nicest” is a judgment, and people can disagree about it. The other sentences could be checked, so they are statements of fact.",
        skill: "fact-and-opinion",
      },
    ],
  },
];
