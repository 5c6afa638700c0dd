import { afterAll, describe, expect, test } from "vitest";
import { bundleProgram, type Compared, runProgram, type Tier, tiers } from "../equality/runProgram.ts";
import { nodeBinary, nodeVersions } from "./otherNodes.ts";

/*
 * The compiled kernel and the interpreter agree to the bit on the whole catalogue, every distribution with the parameters of the
 * reference files, and 10,000 random graphs; on every supported Node, by each of V8's compilers of WebAssembly; and all of these
 * give the same bits.
 */

const graphs = 10_000;
const { file, remove } = bundleProgram();
afterAll(remove);

/** What each run told, versions aside. */
const told: Omit<Compared, "node" | "v8">[] = [];

describe.each(nodeVersions)("Node %s", (version) => {
  const binary = nodeBinary(version);
  test.each(Object.keys(tiers) as Tier[])("%s", (tier) => {
    const { node, v8, ...compared } = runProgram(file, graphs, tier, { node: binary });
    expect(node.startsWith(version)).toBe(true);
    told.push(compared);
    console.log(
      `Node ${node}, V8 ${v8}, ${tier}: ${compared.kernels} kernels, ${compared.outputs} columns of outputs, digest ${compared.digest}`,
    );
  });
});

test("the same digest everywhere, of compiled kernels alone", () => {
  expect(told).toHaveLength(nodeVersions.length * Object.keys(tiers).length);
  expect(told[0]).toMatchObject({ kind: "compiled", graphs });
  expect(told[0].scenarios).toBeGreaterThanOrEqual(2);
  expect(told[0].kernels).toBeGreaterThan(graphs);
  for (const other of told) expect(other).toEqual(told[0]);
});
