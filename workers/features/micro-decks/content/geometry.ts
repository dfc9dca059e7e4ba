/** Geometry decks: angles, and areas with right triangles. */
import type { Deck } from "../deck.ts";

export const geometryDecks: readonly Deck[] = [
  {
    id: "geo-angles",
    subject: "geometry",
    title: "Angles",
    summary: "Find missing angles on lines, in triangles and in polygons.",
    questions: [
      {
        id: "q1",
        prompt: "Two angles together make a straight line. One is 115°. How big is the other?",
        choices: ["75°", "245°", "115°", "65°"],
        answer: 3,
        explanation:
          "Angles on a straight line add up to 180°. So the other one is 180° − 115° = 65°.",
        skill: "straight-line-angles",
      },
      {
        id: "q2",
        prompt: "Two angles of a triangle are 52° and 67°. How big is the third?",
        choices: ["61°", "119°", "71°", "241°"],
        answer: 0,
        explanation:
          "The three angles of a triangle add up to 180°. The two you know make 119°, and 180° − 119° = 61°.",
        skill: "triangle-angle-sum",
      },
      {
        id: "q3",
        prompt:
          "A triangle has two equal sides, and the angle between them is 40°. How big is each of the other two angles?",
        choices: ["70°", "40°", "140°", "160°"],
        answer: 0,
        explanation:
          "The other two angles are equal and share 180° − 40° = 140°. Half of 140° is 70°.",
        skill: "isosceles-triangles",
      },
      {
        id: "q4",
        prompt: "What do the inside angles of a pentagon (5 sides) add up to?",
        choices: ["720°", "360°", "540°", "900°"],
        answer: 2,
        explanation:
          "From one corner you can cut a pentagon into 3 triangles. Each has 180°, and 3 × 180° = 540°.",
        skill: "polygon-angle-sum",
      },
      {
        id: "q5",
        prompt:
          "Two straight lines cross. Two opposite angles measure 3x degrees and x + 50 degrees. What is x?",
        choices: ["12.5", "32.5", "25", "75"],
        answer: 2,
        explanation: "Opposite angles are equal, so 3x = x + 50. That gives 2x = 50 and x = 25.",
        skill: "vertical-angles",
      },
    ],
  },
  {
    id: "geo-area",
    subject: "geometry",
    title: "Area and right triangles",
    summary: "Work out areas and use the Pythagorean theorem.",
    questions: [
      {
        id: "q1",
        prompt: "A triangle has a base of 10 cm and a height of 6 cm. What is its area?",
        choices: ["16 cm²", "60 cm²", "30 cm²", "32 cm²"],
        answer: 2,
        explanation:
          "10 × 6 = 60 is the area of a rectangle around the triangle. The triangle fills half of it: 30 cm².",
        skill: "triangle-area",
      },
      {
        id: "q2",
        prompt:
          "The two shorter sides of a right triangle are 6 cm and 8 cm. How long is the longest side?",
        choices: ["14 cm", "about 5.3 cm", "100 cm", "10 cm"],
        answer: 3,
        explanation:
          "Add the squares of the short sides: 36 + 64 = 100. The last step is the square root, and √100 = 10.",
        skill: "pythagorean-theorem",
      },
      {
        id: "q3",
        prompt: "A circle has a diameter of 12 cm. What is its area?",
        choices: ["12π cm²", "36π cm²", "24π cm²", "144π cm²"],
        answer: 1,
        explanation:
          "The radius is half the diameter, so it is 6 cm. The area is π × 6² = 36π cm².",
        skill: "circle-area",
      },
      {
        id: "q4",
        prompt: "Every side of a square is made twice as long. Its area becomes…",
        choices: ["2 times as big", "4 times as big", "16 times as big", "8 times as big"],
        answer: 1,
        explanation:
          "The square gets twice as wide and twice as tall. So its area grows 2 × 2 = 4 times.",
        skill: "scaling-area",
      },
      {
        id: "q5",
        prompt:
          "A 13 m ladder leans on an upright wall. Its foot is 5 m from the wall on flat ground. How high up the wall does it reach?",
        choices: ["about 13.9 m", "8 m", "18 m", "12 m"],
        answer: 3,
        explanation:
          "The ladder is the longest side, so subtract the squares: 169 − 25 = 144. The square root of 144 is 12.",
        skill: "pythagorean-word-problems",
      },
    ],
  },
];
