import fc from "fast-check";
import { describe, expect, test } from "vitest";
import {
  annuityFactor,
  capitalRecoveryFactor,
  equivalentAnnualValue,
  futureValueOfAnnuity,
  presentValueOfAnnuity,
  presentValueOfPerpetuity,
} from "../../engine/decision/annuity.ts";
import {
  exponentialEquivalent,
  lognormalEquivalent,
  normalEquivalent,
  powerEquivalent,
} from "../../engine/decision/certaintyEquivalent.ts";
import { modifiedInternalRate } from "../../engine/decision/modifiedInternalRate.ts";
import { futureValue, paybackTime, presentValue, presentValueContinuous } from "../../engine/decision/presentValue.ts";
import { continuousRate, effectiveRate, ratePerPeriod, realRate } from "../../engine/decision/rates.ts";
import { internalRates } from "../../engine/numeric/internalRates.ts";
import { reference } from "../reference.ts";

const { cases } = reference("economics");
const of = (kind: string) => cases.filter((one) => one.kind === kind);

/** To within a share of the wanted value. */
function near(got: number | undefined, wanted: number, relative = 1e-12): void {
  expect(Math.abs((got ?? Number.NaN) - wanted)).toBeLessThanOrEqual(relative * Math.max(Math.abs(wanted), 1e-3));
}

describe("present values", () => {
  for (const { id, flows, rate, ...want } of of("npv")) {
    test(id, () => {
      const npv = presentValue(flows, rate);
      // What cancels leaves rounding of the size of what was added.
      const size = presentValue(flows.map(Math.abs), rate);
      const close = (got: number, wanted: number) => expect(Math.abs(got - wanted)).toBeLessThanOrEqual(1e-12 * size);
      close(npv, want.npv);
      close(presentValue(flows, rate, "middle"), want.npvMidPeriod);
      close(presentValue(flows, rate, "end"), want.npvFirstFlowDiscounted);
      close(presentValueContinuous(flows, rate), want.npvContinuous);
      close(futureValue(flows, rate), want.futureValueAtEnd);
      if (want.equivalentAnnualValue !== undefined)
        close(equivalentAnnualValue(npv, rate, flows.length - 1), want.equivalentAnnualValue);
      for (const [got, wanted] of [
        [paybackTime(flows), want.payback],
        [paybackTime(flows, rate), want.discountedPayback],
      ])
        if (wanted === null) expect(got).toBeUndefined();
        else near(got, wanted, 1e-11);
    });
  }

  test("an outlay of 100 that gives 30 in each of five years", () => {
    near(presentValue([-100, 30, 30, 30, 30, 30], 0.035), 35.451571264122, 1e-12);
  });

  test("cost in three years, a saving that fades over ten", () => {
    const wanted = [212.502382637, -68.446516438, -109.103905003, -222.001849162];
    [0, 0.03, 0.035, 0.05].forEach((rate, i) => {
      const flows = [-1000, -1000, -1000, ...Array<number>(8).fill(0)];
      let saving = 600;
      for (let year = 1; year <= 10; year++) {
        flows[year] += saving;
        saving *= 0.85;
      }
      expect(presentValue(flows, rate)).toBeCloseTo(wanted[i], 9);
    });
  });
});

for (const { id, payment, rate, periods, growth, ...want } of of("annuity")) {
  test(`annuity: ${id}`, () => {
    const annuity = { payment, periods, growth };
    near(presentValueOfAnnuity(annuity, rate), want.presentValueOrdinary);
    near(presentValueOfAnnuity(annuity, rate, "due"), want.presentValueDue);
    near(futureValueOfAnnuity(annuity, rate), want.futureValueOrdinary);
    near(annuityFactor(rate, periods), want.annuityFactor);
    near(capitalRecoveryFactor(rate, periods), want.capitalRecoveryFactor);
    const forEver = presentValueOfPerpetuity(payment, rate, growth);
    if (want.perpetuity === undefined) expect(forEver).toBeUndefined();
    else near(forEver, want.perpetuity);
  });
}

for (const { id, nominal, inflation, periodsPerYear, ...want } of of("rateConversion"))
  test(`rates: ${id}`, () => {
    near(realRate(nominal, inflation), want.real);
    near(effectiveRate(nominal, periodsPerYear), want.effectiveFromNominalCompounded);
    near(ratePerPeriod(nominal, periodsPerYear), want.perPeriodFromAnnual);
    near(continuousRate(nominal), want.continuous);
  });

describe("internal rates", () => {
  for (const { id, flows, allRates } of of("irr"))
    test(id, () => {
      const found = internalRates(flows);
      expect(found).toHaveLength(allRates.length);
      for (const [i, rate] of found.entries())
        expect(Math.abs(rate - allRates[i])).toBeLessThanOrEqual(1e-9 * (1 + allRates[i]));
    });

  test("a rate that is touched but not crossed is one, once", () => {
    // −(1 − 1.1x)²: nothing at 10 %, a loss everywhere else.
    expect(internalRates([-1, 2.2, -1.21])).toHaveLength(1);
    expect(internalRates([-1, 2.2, -1.21])[0]).toBeCloseTo(0.1, 7);
  });

  test("nothing, a single flow, and zeros at both ends", () => {
    expect(internalRates([])).toEqual([]);
    expect(internalRates([0, 0])).toEqual([]);
    expect(internalRates([5])).toEqual([]);
    expect(internalRates([0, -100, 110, 0])[0]).toBeCloseTo(0.1, 12);
  });

  test("every rate that flows are made from is found again, and no other", () => {
    const rates = fc.uniqueArray(fc.integer({ min: -8, max: 30 }), { minLength: 1, maxLength: 4 });
    fc.assert(
      fc.property(rates, (tenths) => {
        const wanted = tenths.map((tenth) => tenth / 10).sort((a, b) => a - b);
        // Π (1 − (1 + r)·x), coefficients lowest first.
        let flows = [1];
        for (const rate of wanted)
          flows = [...flows, 0].map((own, i) => own - (1 + rate) * (i === 0 ? 0 : flows[i - 1]));
        const found = internalRates(flows);
        expect(found).toHaveLength(wanted.length);
        for (const [i, rate] of found.entries()) expect(rate).toBeCloseTo(wanted[i], 6);
      }),
    );
  });

  test("an outlay that gives back later has one rate, at which it is worth nothing", () => {
    const amounts = fc.array(fc.double({ min: 1, max: 1_000, noNaN: true }), { minLength: 1, maxLength: 60 });
    fc.assert(
      fc.property(fc.double({ min: 1, max: 1e4, noNaN: true }), amounts, (outlay, returns) => {
        const flows = [-outlay, ...returns];
        const [rate, ...more] = internalRates(flows);
        expect(more).toEqual([]);
        const size = presentValue(flows.map(Math.abs), rate);
        expect(Math.abs(presentValue(flows, rate))).toBeLessThanOrEqual(1e-10 * size);
      }),
    );
  });

  for (const { id, flows, financeRate, reinvestRate, mirr } of of("mirr"))
    test(id, () => near(modifiedInternalRate(flows, financeRate, reinvestRate), mirr));

  test("no modified rate without an outlay or a return", () => {
    expect(modifiedInternalRate([100, 50], 0.05, 0.05)).toBeNaN();
    expect(modifiedInternalRate([-100, -50], 0.05, 0.05)).toBeNaN();
  });
});

test("certainty equivalents", () => {
  const [{ normal, lognormal, sample }] = of("certaintyEquivalent");
  for (const { aversion, certaintyEquivalent } of normal.rows)
    near(normalEquivalent(normal.mean, normal.sd, aversion), certaintyEquivalent);
  for (const { gamma, certaintyEquivalent } of lognormal.rows)
    near(lognormalEquivalent(lognormal.meanlog, lognormal.sdlog, gamma), certaintyEquivalent);
  for (const { aversion, certaintyEquivalent } of sample.exponential)
    near(exponentialEquivalent(sample.values, aversion), certaintyEquivalent);
  for (const { gamma, certaintyEquivalent } of sample.power)
    near(powerEquivalent(sample.values, gamma), certaintyEquivalent);
  expect(exponentialEquivalent([1e6, 2e6], 0)).toBe(1.5e6);
  expect(exponentialEquivalent([0, 1e6], 1)).toBeCloseTo(Math.LN2, 12);
  expect(() => powerEquivalent([1, 0], 2)).toThrow(RangeError);
});
