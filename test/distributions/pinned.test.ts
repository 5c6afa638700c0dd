import { expect, test } from "vitest";
import { applyTransform, type DistributionSpec, type Family, transformOf } from "../../engine/distributions/index.ts";
import { demanding, onePerFamily } from "./families.ts";

// Pins today's draws, right or wrong. A change here is value-breaking and goes into CHANGELOG.md as such.

const scores = [-6.1, -2.3, -0.75, -0.01, 0.3, 1.1, 2.9, 5.4];

const pinned: { readonly [K in Family]: readonly number[] } = {
  uniform: [
    0.7000000001591027, 0.7032172330065027, 0.7679882057130605, 0.8488031931056105, 0.8853734266566857,
    0.9593001817160852, 0.9994402560098848, 0.9999999900038654,
  ],
  triangular: [
    900004.6058325036, 920711.4557882113, 995210.7877032573, 1054075.7784240118, 1085872.3994032398, 1172407.1815752708,
    1285036.7919199765, 1299936.7666716182,
  ],
  pert: [
    220.0216601891874, 234.70109960565654, 275.343385277791, 304.6737825189598, 317.82474472650205, 351.01344044777085,
    402.51790978673756, 419.32026638139297,
  ],
  normal: [-0.010499999999999999, 0.0085, 0.01625, 0.01995, 0.021500000000000002, 0.025500000000000002, 0.0345, 0.047],
  lognormal: [
    2530.0896098313438, 5127.789763486343, 6840.218810882286, 7848.9967495193205, 8314.614262568835, 9647.846415029171,
    13481.990004268457, 21458.154172063245,
  ],
  beta: [
    0.0032555405654213962, 0.06630017100239201, 0.14295503033111712, 0.19255492014842102, 0.21564947777775054,
    0.2807636039238737, 0.4466682670987732, 0.6759126889151259,
  ],
  gamma: [
    246.79181115655382, 4673.557459572069, 10285.061894402277, 14149.995468477677, 16023.947307486455,
    21599.279738449903, 38338.57844357732, 72110.6364715259,
  ],
};

const pinnedTables: Readonly<Record<string, readonly number[]>> = {
  "normal cut on both sides": [
    -0.19976877138310292, 0.019000069436046173, 0.12750000510614642, 0.17930000251189926, 0.20100000199189516,
    0.2570000012381649, 0.38300000062321177, 0.5580000003565292,
  ],
  "triangle cut beside its best guess": [
    0.5000000017110015, 0.5353883721429199, 1.012179784973046, 1.5168787983221936, 1.782702563417442,
    2.4538508723323624, 2.990482994688967, 2.999999830248418,
  ],
};

function draws(spec: DistributionSpec): number[] {
  const out = new Float64Array(scores.length);
  applyTransform(transformOf(spec), Float64Array.from(scores), out, scores.length);
  return [...out];
}

for (const spec of Object.values(onePerFamily))
  test(`${spec.family} keeps its draws`, () => expect(draws(spec)).toEqual(pinned[spec.family]));

for (const [name, values] of Object.entries(pinnedTables))
  test(`${name} keeps its draws`, () => expect(draws(demanding[name])).toEqual(values));
