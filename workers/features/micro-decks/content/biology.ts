/** Biology decks: cells, and how traits are inherited. */
import type { Deck } from "../deck.ts";

export const biologyDecks: readonly Deck[] = [
  {
    id: "bio-cells",
    subject: "biology",
    title: "Cells",
    summary: "The parts of a cell, what they do and what cells build.",
    questions: [
      {
        id: "q1",
        prompt: "Which part of an animal cell holds most of its DNA?",
        choices: ["Ribosome", "Cell membrane", "Nucleus", "Mitochondrion"],
        answer: 2,
        explanation:
          "The nucleus stores nearly all of the cell’s DNA. Mitochondria have a little of their own, so that is an easy mix-up.",
        skill: "cell-parts",
      },
      {
        id: "q2",
        prompt: "Which part do plant cells have that animal cells do not?",
        choices: ["Cell wall", "Mitochondrion", "Nucleus", "Cell membrane"],
        answer: 0,
        explanation:
          "Plant cells have a stiff cell wall outside the membrane. The other three parts are found in both kinds of cell.",
        skill: "plant-and-animal-cells",
      },
      {
        id: "q3",
        prompt: "What is the main job of mitochondria?",
        choices: [
          "Building proteins from amino acids",
          "Making sugar with sunlight",
          "Choosing what enters the cell",
          "Releasing energy from sugar",
        ],
        answer: 3,
        explanation:
          "Mitochondria break down sugar to release energy the cell can use. Making sugar with sunlight is the job of chloroplasts.",
        skill: "cell-functions",
      },
      {
        id: "q4",
        prompt: "A red blood cell is put into pure water. What happens?",
        choices: [
          "Water moves out and the cell shrinks",
          "Nothing, as water cannot cross the membrane",
          "Salt moves in and the cell shrinks",
          "Water moves in and the cell swells",
        ],
        answer: 3,
        explanation:
          "Water moves toward the side with more dissolved substances, and here that is inside the cell. So water flows in and the cell swells.",
        skill: "osmosis",
      },
      {
        id: "q5",
        prompt: "Which list goes from smallest to largest?",
        choices: [
          "cell, organ, tissue, organ system",
          "tissue, cell, organ, organ system",
          "cell, tissue, organ, organ system",
          "organ system, organ, tissue, cell",
        ],
        answer: 2,
        explanation:
          "Cells of a kind form a tissue, and tissues form an organ. Organs that work together make an organ system.",
        skill: "levels-of-organization",
      },
    ],
  },
  {
    id: "bio-heredity",
    subject: "biology",
    title: "Genes and heredity",
    summary: "How traits pass from parents to their young.",
    questions: [
      {
        id: "q1",
        prompt:
          "A human body cell normally has 46 chromosomes. How many does a human egg cell normally have?",
        choices: ["46", "92", "22", "23"],
        answer: 3,
        explanation:
          "Egg and sperm cells carry half the usual number, and half of 46 is 23. When they join, the full 46 are back.",
        skill: "chromosomes",
      },
      {
        id: "q2",
        prompt:
          "In mice, brown fur (B) is fully dominant over white fur (b). What color is a Bb mouse?",
        choices: ["Light brown", "White with brown patches", "White", "Brown"],
        answer: 3,
        explanation:
          "A fully dominant version of a gene shows even when there is only one copy. So one B is enough for brown fur.",
        skill: "dominant-traits",
      },
      {
        id: "q3",
        prompt:
          "B (brown fur) is dominant over b (white). Two Bb mice have a baby. How likely is it to be white?",
        choices: ["1/4", "0", "3/4", "1/2"],
        answer: 0,
        explanation:
          "The four equally likely results are BB, Bb, bB and bb. Only bb is white, so the chance is 1 in 4.",
        skill: "punnett-squares",
      },
      {
        id: "q4",
        prompt: "In DNA, which base pairs with adenine (A)?",
        choices: ["Thymine (T)", "Guanine (G)", "Uracil (U)", "Cytosine (C)"],
        answer: 0,
        explanation:
          "In DNA, A pairs with T, and C pairs with G. Uracil takes the place of thymine in RNA, so it is a common slip.",
        skill: "dna-base-pairs",
      },
      {
        id: "q5",
        prompt: "Which of these does a person inherit from their parents’ genes?",
        choices: [
          "Knowing how to swim",
          "Blood type",
          "The language they speak",
          "A scar on the knee",
        ],
        answer: 1,
        explanation:
          "Blood type is set by genes from both parents. Scars, skills and languages come from what happens during life.",
        skill: "inherited-and-acquired-traits",
      },
    ],
  },
];
