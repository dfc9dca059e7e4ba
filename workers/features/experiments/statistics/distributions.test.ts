/** The distribution functions against printed tables and R's documented values. */
import { describe, expect, it } from "vitest";
import { incompleteBeta, upperIncompleteBeta } from "./beta-function.ts";
import { chiSquareTail } from "./chi-square.ts";
import { logGamma, lowerGamma, upperGamma } from "./gamma-function.ts";
import { normalCdf, normalQuantile } from "./normal-distribution.ts";
import { studentCdf, studentQuantile, studentTwoSided } from "./student-t.ts";

describe("the gamma function", () => {
  it("has the factorials and Gamma(1/2) = sqrt(pi)", () => {
    expect(logGamma(1)).toBeCloseTo(0, 13);
    expect(logGamma(0.5)).toBeCloseTo(Math.log(Math.sqrt(Math.PI)), 13);
    expect(logGamma(11)).toBeCloseTo(Math.log(3_628_800), 11);
    expect(logGamma(0.1)).toBeCloseTo(2.252712651734206, 12);
    expect(() => logGamma(0)).toThrow(RangeError);
  });

  it("has incomplete halves that sum to 1, and P(1, x) = 1 - exp(-x)", () => {
    for (const x of [0.1, 1, 5, 30]) {
      expect(lowerGamma(1, x)).toBeCloseTo(1 - Math.exp(-x), 13);
      expect(lowerGamma(3.5, x) + upperGamma(3.5, x)).toBeCloseTo(1, 13);
    }
  });
});

describe("the normal distribution", () => {
  // NIST/SEMATECH handbook 1.3.6.7.1 and Abramowitz & Stegun table 26.1.
  it.each([
    [0, 0.5],
    [1, 0.8413447460685429],
    [1.96, 0.9750021048517795],
    [2.5, 0.9937903346742238],
    [3, 0.9986501019683699],
    [-1.64, 0.0505025834741031],
  ])("Phi(%f) is the printed value", (x, p) => {
    expect(normalCdf(x)).toBeCloseTo(p, 13);
  });

  it("keeps its far tail: Phi(-10) of Abramowitz & Stegun table 26.2", () => {
    expect(normalCdf(-10) / 7.619853024160527e-24).toBeCloseTo(1, 9);
  });

  it.each([
    [0.975, 1.959963984540054],
    [0.8, 0.8416212335729143],
    [0.9, 1.2815515655446004],
    [0.995, 2.5758293035489004],
    [0.9999, 3.719016485455709],
    [1e-9, -5.997807015007685],
  ])("the quantile of %f is R's qnorm", (p, z) => {
    expect(normalQuantile(p)).toBeCloseTo(z, 10);
  });
});

describe("Student's t", () => {
  // NIST/SEMATECH handbook table 1.3.6.7.2.
  it.each([
    [0.975, 1, 12.706],
    [0.975, 10, 2.228],
    [0.95, 5, 2.015],
    [0.99, 30, 2.457],
    [0.995, 100, 2.626],
    [0.999, 3, 10.215],
  ])("the quantile %f with %i degrees of freedom is the printed one", (p, df, t) => {
    expect(studentQuantile(p, df)).toBeCloseTo(t, 2);
    expect(studentCdf(studentQuantile(p, df), df)).toBeCloseTo(p, 12);
  });

  it("is Cauchy's distribution with one degree of freedom", () => {
    expect(studentTwoSided(1, 1)).toBeCloseTo(0.5, 13);
    expect(studentQuantile(0.025, 1)).toBeCloseTo(-12.706, 3);
  });
});

describe("chi-square", () => {
  // NIST/SEMATECH handbook table 1.3.6.7.4.
  it.each([
    [3.841, 1, 0.05],
    [6.635, 1, 0.01],
    [10.828, 1, 0.001],
    [5.991, 2, 0.05],
    [18.307, 10, 0.05],
    [124.342, 100, 0.05],
  ])("the upper tail of %f with %i degrees of freedom is %f", (x, df, p) => {
    expect(chiSquareTail(x, df)).toBeCloseTo(p, 4);
  });
});

describe("the incomplete beta function", () => {
  it("is x^a for b = 1, symmetric, and the binomial tail", () => {
    expect(incompleteBeta(0.3, 4, 1)).toBeCloseTo(0.3 ** 4, 14);
    expect(incompleteBeta(0.3, 2.5, 7)).toBeCloseTo(1 - incompleteBeta(0.7, 7, 2.5), 14);
    expect(upperIncompleteBeta(0.9, 40, 3) + incompleteBeta(0.9, 40, 3)).toBeCloseTo(1, 14);
    // P(X >= 3), X ~ Binomial(5, 0.4), Abramowitz & Stegun 26.5.24.
    expect(incompleteBeta(0.4, 3, 3)).toBeCloseTo(0.31744, 12);
  });
});
