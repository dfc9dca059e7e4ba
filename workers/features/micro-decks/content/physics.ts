/** Physics decks: motion and forces, and energy and electricity. */
import type { Deck } from "../deck.ts";

export const physicsDecks: readonly Deck[] = [
  {
    id: "phy-motion",
    subject: "physics",
    title: "Motion and forces",
    summary: "Speed, acceleration and the forces behind them.",
    questions: [
      {
        id: "q1",
        prompt: "A cyclist rides 150 m in 30 s at a steady speed. What is the speed?",
        choices: ["4,500 m/s", "120 m/s", "5 m/s", "0.2 m/s"],
        answer: 2,
        explanation: "Speed is distance divided by time. Here that is 150 ÷ 30 = 5 m/s.",
        skill: "speed",
      },
      {
        id: "q2",
        prompt:
          "On a straight road a car goes from 10 m/s to 25 m/s in 5 s. What is its average acceleration?",
        choices: ["15 m/s²", "5 m/s²", "7 m/s²", "3 m/s²"],
        answer: 3,
        explanation: "The speed changes by 25 − 10 = 15 m/s. Over 5 s, that is 15 ÷ 5 = 3 m/s².",
        skill: "acceleration",
      },
      {
        id: "q3",
        prompt: "What net force gives a 4 kg cart an acceleration of 3 m/s²?",
        choices: ["12 N", "0.75 N", "7 N", "about 1.3 N"],
        answer: 0,
        explanation: "Net force is mass times acceleration. So it is 4 × 3 = 12 N.",
        skill: "newtons-second-law",
      },
      {
        id: "q4",
        prompt:
          "A puck slides in a straight line at a constant speed. What is the net force on it?",
        choices: [
          "Downward, equal to its weight",
          "Backward, against its motion",
          "Forward, along its motion",
          "Zero",
        ],
        answer: 3,
        explanation:
          "A net force would change the puck’s speed or direction. As neither one changes, all the forces on it cancel out.",
        skill: "newtons-first-law",
      },
      {
        id: "q5",
        prompt: "A train travels at a steady 60 km/h for 2.5 hours. How far does it go?",
        choices: ["120 km", "150 km", "24 km", "62.5 km"],
        answer: 1,
        explanation:
          "Distance is speed times time: 60 × 2.5 = 150 km. That is 120 km in two hours and 30 km in the last half hour.",
        skill: "distance",
      },
    ],
  },
  {
    id: "phy-energy",
    subject: "physics",
    title: "Energy and electricity",
    summary: "Power, stored energy, moving energy and simple circuits.",
    questions: [
      {
        id: "q1",
        prompt: "A bulb has 12 V across it and a current of 2 A. What is its resistance?",
        choices: ["24 Ω", "about 0.17 Ω", "10 Ω", "6 Ω"],
        answer: 3,
        explanation: "Resistance is voltage divided by current. Here that is 12 ÷ 2 = 6 Ω.",
        skill: "ohms-law",
      },
      {
        id: "q2",
        prompt: "A heater uses 6,000 J of energy in 30 s. What is its power?",
        choices: ["5,970 W", "200 W", "0.005 W", "180,000 W"],
        answer: 1,
        explanation: "Power is energy divided by time. So it is 6,000 ÷ 30 = 200 W.",
        skill: "power",
      },
      {
        id: "q3",
        prompt:
          "A 2 kg book is lifted 3 m. How much potential energy does it gain? Use g = 10 m/s².",
        choices: ["60 J", "6 J", "15 J", "30 J"],
        answer: 0,
        explanation:
          "Multiply mass, g and height: 2 × 10 × 3 = 60 J. There is no half in this formula; that one belongs to kinetic energy.",
        skill: "potential-energy",
      },
      {
        id: "q4",
        prompt: "A ball’s speed doubles. Its kinetic energy becomes…",
        choices: ["8 times as big", "half as big", "2 times as big", "4 times as big"],
        answer: 3,
        explanation:
          "Kinetic energy depends on speed squared. Doubling the speed makes it 2² = 4 times as big.",
        skill: "kinetic-energy",
      },
      {
        id: "q5",
        prompt: "Two 4 Ω resistors are connected in series. What is their total resistance?",
        choices: ["2 Ω", "4 Ω", "8 Ω", "16 Ω"],
        answer: 2,
        explanation:
          "In series, resistances add up: 4 + 4 = 8 Ω. Two of them in parallel would give 2 Ω.",
        skill: "series-circuits",
      },
    ],
  },
];
