// The programs that are measured, and which of them can be run here.
import { spawnSync } from "node:child_process";
import { existsSync } from "node:fs";
import { createRequire } from "node:module";
import { dirname, join } from "node:path";

const here = import.meta.dirname;
const script = (name) => join(here, name);
const runs = (command, args) => spawnSync(command, args, { stdio: "ignore" }).status === 0;

/** The first Python that has what a program needs. */
const python = (...modules) =>
  ["python3", "/usr/bin/python3"].find((command) => runs(command, ["-c", `import ${modules.join(", ")}`]));

/** Folder of Squiggle's package: installed beside this project, or in the folder that PEERS names. */
function squigglePackage() {
  for (const folder of [here, process.env.PEERS].filter((one) => one !== undefined)) {
    try {
      return dirname(dirname(createRequire(join(folder, "_.js")).resolve(["@quri", "squiggle-lang"].join("/"))));
    } catch {
      const own = join(folder, "node_modules", "@quri", "squiggle-lang");
      if (existsSync(own)) return own;
    }
  }
  return undefined;
}

/**
 * What can be run, in the order of the table, and what can't. `draws` is what a fast machine does in some seconds: cost per draw
 * hardly depends on it.
 */
export function programs() {
  const ours = (design, threads, ...more) => ({
    name: ["Utfall", design, threads, ...more].join(" "),
    draws: 2 ** 20,
    command: [process.execPath, script("ours.mjs"), "--design", design, "--threads", String(threads), ...more],
  });
  const numpy = python("numpy", "scipy");
  const numba = python("numba", "scipy");
  const openturns = python("openturns", "scipy");
  const squiggle = squigglePackage();
  const blocks = [numpy, "-B", script("numpy_blocks.py")];
  const loop = [numba, "-B", script("numba_loop.py")];
  const all = [
    ours("sobol", 1),
    ours("plain", 1),
    ours("sobol", 2),
    ours("plain", 2),
    ours("sobol", 2, "--everything"),
    { name: yardstick, needs: numpy, draws: 2 ** 20, command: blocks },
    { name: "NumPy in blocks, 2 processes", needs: numpy, draws: 2 ** 20, command: [...blocks, "--threads", "2"] },
    { name: "NumPy with tables", needs: numpy, draws: 2 ** 20, command: [...blocks, "--tables"] },
    { name: "numba", needs: numba, draws: 2 ** 20, command: loop },
    { name: "numba, 2 threads", needs: numba, draws: 2 ** 20, command: [...loop, "--threads", "2"] },
    {
      name: "R",
      needs: runs("Rscript", ["--version"]),
      draws: 2 ** 18,
      command: ["Rscript", "--vanilla", script("vectorised.R")],
    },
    {
      name: "OpenTURNS",
      needs: openturns,
      draws: 2 ** 18,
      command: [openturns, "-B", script("openturns_copula.py")],
    },
    {
      name: "Squiggle",
      needs: squiggle,
      draws: 2 ** 16,
      command: [process.execPath, script("squiggle.mjs"), "--package", squiggle],
    },
  ];
  const present = all.filter((program) => !("needs" in program) || program.needs);
  return { present, missing: all.filter((program) => !present.includes(program)).map(({ name }) => name), numpy };
}

/** What the others are compared with. */
export const yardstick = "NumPy in blocks";
