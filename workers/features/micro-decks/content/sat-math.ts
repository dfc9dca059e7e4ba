/** SAT math decks: ratios and percentages, and functions and data. */
import type { Deck } from "../deck.ts";

export const satMathDecks: readonly Deck[] = [
  {
    id: "sat-ratios",
    subject: "sat_math",
    title: "Ratios and percentages",
    summary: "Proportions, percentages and scale in SAT style.",
    questions: [
      {
        id: "q1",
        prompt:
          "A recipe uses 3 cups of flour for every 2 cups of sugar. How much sugar goes with 12 cups of flour?",
        choices: ["8 cups", "6 cups", "18 cups", "11 cups"],
        answer: 0,
        explanation:
          "12 cups of flour is 4 times the recipe, since 12 ÷ 3 = 4. So you need 4 × 2 = 8 cups of sugar.",
        skill: "proportions",
      },
      {
        id: "q2",
        prompt: "An $80 jacket is 25% off. What is the sale price, before tax?",
        choices: ["$20", "$100", "$55", "$60"],
        answer: 3,
        explanation:
          "25% of 80 is 20, which is the amount you save. The price is 80 − 20 = 60 dollars.",
        skill: "percent-discount",
      },
      {
        id: "q3",
        prompt: "A price rises from $40 to $50. What is the percent increase?",
        choices: ["125%", "25%", "10%", "20%"],
        answer: 1,
        explanation:
          "The rise is $10, and you compare it with the starting price. 10 ÷ 40 = 0.25, which is 25%.",
        skill: "percent-change",
      },
      {
        id: "q4",
        prompt:
          "On a map, 1 inch stands for 15 miles. Two towns are 3.5 inches apart on the map. How far apart are they?",
        choices: ["52.5 miles", "18.5 miles", "about 4.3 miles", "45 miles"],
        answer: 0,
        explanation:
          "Each inch is 15 miles, so multiply: 3.5 × 15 = 52.5. As a check, 3 inches are 45 miles and half an inch is 7.5 more.",
        skill: "unit-rates",
      },
      {
        id: "q5",
        prompt:
          "The 40 members of a club are juniors and seniors in the ratio 3 : 5. How many are seniors?",
        choices: ["15", "25", "8", "24"],
        answer: 1,
        explanation:
          "3 + 5 = 8 parts make up 40 members, so each part is 5 members. Seniors have 5 parts, which is 5 × 5 = 25.",
        skill: "part-to-whole-ratios",
      },
    ],
  },
  {
    id: "sat-functions",
    subject: "sat_math",
    title: "Functions and data",
    summary: "Functions, lines, averages and quadratics in SAT style.",
    questions: [
      {
        id: "q1",
        prompt: "If f(x) = 2x² − 3, what is f(−2)?",
        choices: ["−7", "13", "5", "−11"],
        answer: 2,
        explanation: "Square first: (−2)² = 4, and 2 × 4 = 8. Then 8 − 3 = 5.",
        skill: "function-notation",
      },
      {
        id: "q2",
        prompt: "What is the slope of the line through (1, 2) and (4, 11)?",
        choices: ["3", "1/3", "−3", "9"],
        answer: 0,
        explanation:
          "Slope is the change in y divided by the change in x. That is (11 − 2) ÷ (4 − 1) = 9 ÷ 3 = 3.",
        skill: "slope",
      },
      {
        id: "q3",
        prompt: "For which x does the line y = −2x + 6 cross the x-axis?",
        choices: ["x = −3", "x = −2", "x = 3", "x = 6"],
        answer: 2,
        explanation: "On the x-axis y is 0, so solve 0 = −2x + 6. That gives 2x = 6 and x = 3.",
        skill: "intercepts",
      },
      {
        id: "q4",
        prompt:
          "The mean of five numbers is 12. Four of them are 7, 10, 13 and 14. What is the fifth?",
        choices: ["4", "16", "11", "12"],
        answer: 1,
        explanation:
          "All five must add up to 5 × 12 = 60. The four add up to 44, and 60 − 44 = 16.",
        skill: "averages",
      },
      {
        id: "q5",
        prompt: "What are the solutions of x² − 5x + 6 = 0?",
        choices: ["x = 1 and x = 6", "x = 2 and x = 3", "x = −1 and x = 6", "x = −2 and x = −3"],
        answer: 1,
        explanation:
          "Look for two numbers with product 6 and sum 5: they are 2 and 3. So (x − 2)(x − 3) = 0, and x is 2 or 3.",
        skill: "quadratic-equations",
      },
    ],
  },
];
