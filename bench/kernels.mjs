// The two kernels of a job, and the compiled one taken apart into the calls it makes for a block.
import { interpret } from "../dist/engine/kernel/interpret.js";
import { kernelFor } from "../dist/engine/kernel/kernelFor.js";

export const interpreted = ({ graph, data, plan }) => interpret(graph, data, plan);

export function compiled({ graph, data, plan }) {
  const kernel = kernelFor(graph, data, plan);
  if (kernel.kind !== "compiled") throw new Error("this platform runs no compiled kernel");
  return kernel;
}

let copies = 0;
/** A copy of a graph that this process has never seen: modules are found again by the graph's text. */
export const unseen = (graph) => ({ ...graph, names: { ...graph.names, 0: `copy ${copies++}` } });

/** A copy of a graph that this process always interprets, as where there is no WebAssembly. */
export function neverCompiled({ graph, data, plan }) {
  const copy = unseen(graph);
  const { WebAssembly } = globalThis;
  globalThis.WebAssembly = undefined;
  try {
    kernelFor(copy, data, plan); // what it finds out about a graph it remembers
  } finally {
    globalThis.WebAssembly = WebAssembly;
  }
  return copy;
}

const columnBytes = 8192;
/** These read nothing that they write; any other works in place on the column whose address it is given first. */
const notInPlace = ["sobol", "plain", "model"];

/**
 * The calls into WebAssembly that the compiled kernel makes for one block, in order, to be made again one by one.
 * `again` puts the column that a call works on back as it was, so that it always does the same work.
 */
export function callsOf(job, block) {
  const { Instance } = WebAssembly;
  let calls = [];
  WebAssembly.Instance = function recording(module) {
    const { exports } = new Instance(module);
    const recorded = ([name, value]) => {
      if (typeof value !== "function") return [name, value];
      return [
        name,
        (...given) => {
          const column = notInPlace.includes(name)
            ? undefined
            : new Uint8Array(exports.memory.buffer, given[0], columnBytes);
          const before = column?.slice();
          const call = () => value(...given);
          const again = () => {
            column?.set(before);
            value(...given);
          };
          calls.push({ name, call, again });
          return value(...given);
        },
      ];
    };
    return { exports: Object.fromEntries(Object.entries(exports).map(recorded)) };
  };
  try {
    const kernel = compiled(job);
    calls = [];
    kernel.run(block, kernel.columns);
    return calls;
  } finally {
    WebAssembly.Instance = Instance;
  }
}
