import { expect, test } from "vitest";
import { type Compared, runProgram, type Tier, tiers, withProgram } from "../equality/runProgram.ts";
import { nodeBinary, nodeVersions } from "./otherNodes.ts";

/*
 * The compiled kernel and the interpreter agree to the bit on the whole catalogue, every distribution with the parameters of the
 * reference files, and 10,000 random graphs; on every supported Node, by each of V8's compilers of WebAssembly; and all of these
 * give the same bits.
 */

const graphs = 10_000;

test(`one digest of ${graphs} graphs and the whole house, on ${nodeVersions.length} Nodes by ${Object.keys(tiers).length} tiers`, () => {
  const told = withProgram((file) =>
    nodeVersions.flatMap((version) => {
      const node = nodeBinary(version);
      return (Object.keys(tiers) as Tier[]).map((tier): Compared & { readonly tier: Tier } => {
        const compared = runProgram(file, graphs, tier, { node });
        expect(compared.node.startsWith(version)).toBe(true);
        console.log(
          `Node ${compared.node}, V8 ${compared.v8}, ${tier}: ${compared.outputs} columns, ${compared.digest}`,
        );
        return { ...compared, tier };
      });
    }),
  );
  const [first, ...others] = told.map(({ node: _, v8: __, tier: ___, ...compared }) => compared);
  expect(first).toMatchObject({ kind: "compiled", graphs });
  expect(first.scenarios).toBeGreaterThanOrEqual(2);
  expect(first.kernels).toBeGreaterThan(graphs);
  for (const other of others) expect(other).toEqual(first);
});
