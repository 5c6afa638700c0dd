import { expect, test } from "vitest";
import type { ModelGraph, OutputDeclaration } from "../../engine/model/graph.ts";
import { inline } from "../../engine/run/inline.ts";
import type { RunRequest } from "../../engine/run/request.ts";
import { run } from "../../engine/run/run.ts";
import { layoutOf } from "../../engine/summary/layout.ts";
import { r1Request } from "../models/r1.ts";

const { graph } = r1Request();
const declared = (id: string): OutputDeclaration => graph.outputs.find((output) => output.id === id)!;

/** The same node under another name, read another way where `more` says so. */
const again = (of: string, id: string, more: Partial<OutputDeclaration> = {}) =>
  ({ ...declared(of), id, ...more }) as OutputDeclaration;

const repeats = [
  again("net", "other/net"),
  again("net", "high/net", { worse: "high" }),
  again("net", "mean/net", { kind: "mean" }),
  again("returnPerKrona", "other/returnPerKrona"),
  again("criteria.gain", "criteria.again"),
];

/** R1 with only these outputs; no accounts, which read others. */
const requestWith = (outputs: ModelGraph["outputs"], headlines: readonly string[]): RunRequest => ({
  ...r1Request({ draws: 32_768, wholeColumns: true }),
  graph: { ...graph, outputs },
  accounts: [],
  headlines,
});

test("outputs that are summed up alike from one node share a place, in the order of the first", () => {
  const { outputs } = graph;
  const [alone, more] = [layoutOf(graph), layoutOf({ ...graph, outputs: [...outputs, ...repeats] })];
  expect(more.moments).toEqual(alone.moments);
  expect(more.kept).toEqual([...alone.kept, outputs.length + 1]); // what is worse high has a tail of its own
  expect(more.tests).toEqual(alone.tests);
  for (const id of ["other/net", "high/net", "mean/net"])
    expect(more.momentPlaces.get(id)).toBe(alone.momentPlaces.get("net"));
  expect(more.keptPlaces.get("other/returnPerKrona")).toBe(alone.keptPlaces.get("returnPerKrona"));
  expect(more.keptPlaces.has("mean/net")).toBe(false);
  expect(more.testPlaces.get("criteria.again")).toBe(alone.testPlaces.get("criteria.gain"));
});

test("what shares a place says what it says alone", async () => {
  const basis = ["pvBenefit", "pvCost", "net", "returnPerKrona", "criteria.gain"].map(declared);
  const whole = (await run(requestWith([...basis, ...repeats], ["net", "other/net"]), inline()))!;
  const apart = (await run(requestWith(basis, ["net"]), inline()))!;
  const high = (await run(requestWith([again("net", "net", { worse: "high" })], ["net"]), inline()))!;
  const { outputs, criteria, histograms } = whole.result;
  for (const id of ["net", "returnPerKrona"]) {
    expect(outputs[id]).toEqual(apart.result.outputs[id]);
    expect(outputs[`other/${id}`]).toEqual(apart.result.outputs[id]);
  }
  expect(outputs["high/net"]).toEqual(high.result.outputs.net);
  expect(outputs["high/net"]).not.toEqual(outputs.net);
  expect(criteria.again.probability).toEqual(apart.result.criteria.gain.probability);
  expect(histograms["other/net"]).toEqual(apart.result.histograms.net);
  expect(whole.meansOf("mean/net")).toEqual(apart.meansOf("net"));
  const kept = ["pvBenefit", "pvCost", "net", "returnPerKrona", "other/net", "high/net", "other/returnPerKrona"];
  expect([...whole.columns.keys()]).toEqual(kept);
  expect(whole.columns.get("other/net")).toEqual(apart.columns.get("net"));
  expect(whole.firstDraws.get("other/net")).toEqual(apart.firstDraws.get("net"));
});

test("in weighted draws as well", async () => {
  const basis = ["pvBenefit", "pvCost", "net", "returnPerKrona", "criteria.gain"].map(declared);
  const weighted = (outputs: ModelGraph["outputs"]): RunRequest => {
    const request = { ...requestWith(outputs, ["net"]), draws: 16_384 };
    return { ...request, graph: { ...request.graph, logWeight: declared("returnPerKrona").node } };
  };
  const whole = (await run(weighted([...basis, ...repeats]), inline()))!;
  const apart = (await run(weighted(basis), inline()))!;
  for (const id of ["net", "returnPerKrona"])
    expect(whole.result.outputs[`other/${id}`]).toEqual(apart.result.outputs[id]);
  expect(whole.result.criteria.again.probability).toEqual(apart.result.criteria.gain.probability);
  expect(whole.meansOf("mean/net")).toEqual(apart.meansOf("net"));
  expect(whole.columns.get("other/net")).toEqual(apart.columns.get("net"));
});
