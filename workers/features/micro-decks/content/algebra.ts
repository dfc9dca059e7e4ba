/** Algebra decks: solving linear equations, and working with expressions and powers. */
import type { Deck } from "../deck.ts";

export const algebraDecks: readonly Deck[] = [
  {
    id: "alg-linear-equations",
    subject: "algebra",
    title: "Linear equations",
    summary: "Find the number that makes both sides of an equation equal.",
    questions: [
      {
        id: "q1",
        prompt: "Solve 3x + 5 = 20.",
        choices: ["x = 15", "x = 12", "x = 25/3", "x = 5"],
        answer: 3,
        explanation:
          "Take 5 away from both sides to get 3x = 15. One step is left: divide by 3, so x = 5.",
        skill: "two-step-equations",
      },
      {
        id: "q2",
        prompt: "Solve 4(x − 2) = 12.",
        choices: ["x = 3.5", "x = 3", "x = 5", "x = 1"],
        answer: 2,
        explanation: "Divide both sides by 4 to get x − 2 = 3. Then add 2 to both sides: x = 5.",
        skill: "equations-with-brackets",
      },
      {
        id: "q3",
        prompt: "Solve 7x − 4 = 3x + 12.",
        choices: ["x = 4", "x = 2", "x = 16", "x = 1.6"],
        answer: 0,
        explanation:
          "Take 3x from both sides and add 4 to both sides to get 4x = 16. Then divide by 4: x = 4.",
        skill: "variables-on-both-sides",
      },
      {
        id: "q4",
        prompt: "Solve x/3 + 2 = 6.",
        choices: ["x = 4/3", "x = 16", "x = 12", "x = 24"],
        answer: 2,
        explanation:
          "Undo the + 2 first, which leaves x/3 = 4. Multiplying both sides by 3 undoes the division: x = 12.",
        skill: "equations-with-fractions",
      },
      {
        id: "q5",
        prompt:
          "A gym costs $20 to join plus $15 for each month. For how many months does the total come to $110?",
        choices: ["3 months", "6 months", "9 months", "7 months"],
        answer: 1,
        explanation:
          "Set the joining fee aside first: 110 − 20 = 90 dollars are for the months. Each month is $15, and 90 ÷ 15 = 6.",
        skill: "linear-word-problems",
      },
    ],
  },
  {
    id: "alg-expressions",
    subject: "algebra",
    title: "Expressions and powers",
    summary: "Tidy up expressions, multiply out brackets and use powers.",
    questions: [
      {
        id: "q1",
        prompt: "Simplify 5x + 3 − 2x + 4.",
        choices: ["10x", "7x + 7", "3x − 1", "3x + 7"],
        answer: 3,
        explanation:
          "Put like terms together: 5x − 2x = 3x and 3 + 4 = 7. An x term and a plain number stay apart, so it is 3x + 7.",
        skill: "like-terms",
      },
      {
        id: "q2",
        prompt: "Multiply out −2(x − 5).",
        choices: ["−2x − 5", "2x − 10", "−2x + 10", "−2x − 10"],
        answer: 2,
        explanation:
          "The −2 multiplies both terms: −2 × x = −2x and −2 × −5 = +10. Two negatives multiplied give a positive.",
        skill: "distributive-law",
      },
      {
        id: "q3",
        prompt: "Which is always equal to x³ × x⁴?",
        choices: ["x⁷", "2x⁷", "x¹²", "x"],
        answer: 0,
        explanation:
          "x³ is three x’s multiplied and x⁴ is four more, so there are seven in all. When you multiply powers of x, you add the exponents.",
        skill: "exponent-rules",
      },
      {
        id: "q4",
        prompt: "Multiply out (x + 3)².",
        choices: ["x² + 3x + 9", "x² + 9", "2x + 6", "x² + 6x + 9"],
        answer: 3,
        explanation:
          "Write it as (x + 3)(x + 3), which gives x² + 3x + 3x + 9. The two middle terms are easy to miss, and they make 6x.",
        skill: "squaring-a-sum",
      },
      {
        id: "q5",
        prompt: "What is 2a² − b when a = −3 and b = 4?",
        choices: ["14", "22", "32", "−22"],
        answer: 0,
        explanation: "Square first: (−3)² = 9, and 2 × 9 = 18. Then 18 − 4 = 14.",
        skill: "substitution",
      },
    ],
  },
];
