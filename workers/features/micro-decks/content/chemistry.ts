/** Chemistry decks: atoms, and chemical reactions. */
import type { Deck } from "../deck.ts";

export const chemistryDecks: readonly Deck[] = [
  {
    id: "chem-atoms",
    subject: "chemistry",
    title: "Atoms",
    summary: "What atoms are made of, and how to count them.",
    questions: [
      {
        id: "q1",
        prompt: "Which part of an atom has a negative charge?",
        choices: ["Proton", "Electron", "Neutron", "Nucleus"],
        answer: 1,
        explanation:
          "Electrons are negative, protons are positive and neutrons have no charge. The nucleus holds the protons, so it is positive.",
        skill: "atomic-structure",
      },
      {
        id: "q2",
        prompt: "A carbon atom has 6 protons and 8 neutrons. What is its mass number?",
        choices: ["20", "6", "14", "8"],
        answer: 2,
        explanation:
          "The mass number counts protons and neutrons together: 6 + 8 = 14. Electrons are so light that they are left out.",
        skill: "mass-number",
      },
      {
        id: "q3",
        prompt: "What decides which element an atom is?",
        choices: [
          "Its number of protons",
          "Its number of electrons",
          "Its number of neutrons",
          "Its mass number",
        ],
        answer: 0,
        explanation:
          "Every element has its own number of protons. Neutrons and electrons can change while the element stays the same.",
        skill: "atomic-number",
      },
      {
        id: "q4",
        prompt: "A neutral sodium atom loses one electron. What does it become?",
        choices: [
          "An ion with a charge of −1",
          "An atom of a different element",
          "Another isotope of sodium",
          "An ion with a charge of +1",
        ],
        answer: 3,
        explanation:
          "Losing a negative electron leaves one more proton than electrons, so the charge is +1. It is still sodium, since its protons did not change.",
        skill: "ions",
      },
      {
        id: "q5",
        prompt: "How many atoms are there in one molecule of H₂SO₄?",
        choices: ["7", "8", "6", "3"],
        answer: 0,
        explanation:
          "Add up 2 hydrogen, 1 sulfur and 4 oxygen atoms to get 7. With no small number after it, S counts as 1.",
        skill: "chemical-formulas",
      },
    ],
  },
  {
    id: "chem-reactions",
    subject: "chemistry",
    title: "Chemical reactions",
    summary: "Spot, balance and understand chemical reactions.",
    questions: [
      {
        id: "q1",
        prompt: "Which of these is a chemical change?",
        choices: ["Glass breaking", "Ice melting", "Sugar dissolving in tea", "Iron rusting"],
        answer: 3,
        explanation:
          "Rust is a new substance, made from iron, oxygen and water. In the other three the substance itself stays the same.",
        skill: "chemical-and-physical-change",
      },
      {
        id: "q2",
        prompt: "Which number balances this equation? 2H₂ + O₂ → __ H₂O",
        choices: ["3", "2", "4", "1"],
        answer: 1,
        explanation:
          "The left side has 4 hydrogen and 2 oxygen atoms. Two H₂O molecules have just the same, so the number is 2.",
        skill: "balancing-equations",
      },
      {
        id: "q3",
        prompt: "A solution at 25 °C has a pH of 3. What is it?",
        choices: ["Slightly basic", "Strongly basic", "Neutral", "Acidic"],
        answer: 3,
        explanation:
          "At this temperature 7 is neutral, and anything below 7 is acidic. A pH of 3 is well below 7.",
        skill: "ph-scale",
      },
      {
        id: "q4",
        prompt:
          "In a closed jar, 10 g of one substance reacts fully with 6 g of another. What is the mass of all the products?",
        choices: ["16 g", "4 g", "10 g", "60 g"],
        answer: 0,
        explanation:
          "Atoms are only rearranged in a reaction, so no mass is lost. The mass of the products is 10 g + 6 g = 16 g.",
        skill: "conservation-of-mass",
      },
      {
        id: "q5",
        prompt: "Hydrochloric acid reacts with sodium hydroxide. What is made?",
        choices: [
          "A salt and water",
          "Water and nothing else",
          "A salt and carbon dioxide",
          "A salt and hydrogen gas",
        ],
        answer: 0,
        explanation:
          "An acid and a hydroxide neutralize each other and make a salt and water. Hydrogen gas would come from an acid with a metal such as zinc.",
        skill: "neutralization",
      },
    ],
  },
];
