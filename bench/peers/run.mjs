// npm run bench:peers [-- --quick]: reference model R1 here and in other programs, in rotation in one run, side by side.
// --rounds N: fewer or more than three.
// Writes the tables of docs/performance.md and out/peers.json; with --quick (a tenth of the time) prints only.
import { spawnSync } from "node:child_process";
import { existsSync, mkdtempSync, readFileSync, rmSync } from "node:fs";
import { mkdir, readFile, writeFile } from "node:fs/promises";
import { cpus, loadavg, tmpdir } from "node:os";
import { join } from "node:path";
import { parseArgs } from "node:util";
import { medianOf, spreadOf } from "../statistics.mjs";
import { programs, yardstick } from "./programs.mjs";

const { values: asked } = parseArgs({
  options: { quick: { type: "boolean", default: false }, rounds: { type: "string" } },
});
const rounds = Number(asked.rounds ?? (asked.quick ? 1 : 3));
const load = loadavg()[0];
const runsPerRound = 3;
const fewer = asked.quick ? 16 : 1;
const wholeDraws = 2 ** 20 / fewer;
const firstDraws = 2 ** 16;
const root = join(import.meta.dirname, "../..");
const { present, missing, numpy } = programs();

/** One line of JSON from a program of its own. */
function lineOf([command, ...args]) {
  const { status, stdout, stderr } = spawnSync(command, args, { encoding: "utf8", cwd: root });
  if (status !== 0) throw new Error(`${[command, ...args].join(" ")}\n${stderr}`);
  return JSON.parse(stdout);
}

const measured = new Map(present.map(({ name }) => [name, []]));
for (let round = 0; round < rounds; round++)
  for (const { name, command, draws } of present) {
    const line = lineOf([...command, "--draws", String(draws / fewer), "--runs", String(runsPerRound)]);
    measured.get(name).push(line);
    console.error(`round ${round + 1} of ${rounds}: ${name}, ${line.nsPerDraw.toFixed(1)} ns a draw`);
  }

const rows = [...measured].map(([name, lines]) => {
  const { program, versions, draws, threads } = lines[0];
  const each = lines.flatMap(({ seconds }) => seconds.map((s) => (1e9 * s) / draws));
  const cpu = lines.flatMap(({ cpuSeconds }) => (cpuSeconds ?? []).map((s) => (1e9 * s) / draws));
  const peaks = lines.map(({ peakMiB }) => peakMiB).filter((peak) => peak !== null);
  return {
    name,
    program,
    versions,
    draws,
    threads,
    ns: medianOf(each),
    spread: spreadOf(each),
    cpuNs: cpu.length === 0 ? undefined : medianOf(cpu),
    peakMiB: peaks.length === 0 ? undefined : medianOf(peaks),
  };
});

/** Seconds from start to exit, and MiB at most where the `time` program is there to tell. */
function wholeProcess(command) {
  const folder = mkdtempSync(join(tmpdir(), "utfall-peers-"));
  const told = join(folder, "time.txt");
  const timer = "/usr/bin/time";
  const timed = existsSync(timer) ? [timer, "-f", "%M", "-o", told, ...command] : command;
  const start = performance.now();
  const { status } = spawnSync(timed[0], timed.slice(1), { cwd: root, stdio: "ignore" });
  const seconds = (performance.now() - start) / 1000;
  if (status !== 0) throw new Error(`${command.join(" ")} ended with ${status}`);
  const peakMiB = timed === command ? undefined : Number(readFileSync(told, "utf8")) / 1024;
  rmSync(folder, { recursive: true });
  return { seconds, peakMiB };
}

const utfall = (draws, ...more) => [
  process.execPath,
  "dist/cli/main.js",
  "run",
  "reference",
  "--draws",
  String(draws),
  "--json",
  ...more,
];
const wholes = [
  { name: "utfall, all cores", draws: wholeDraws, command: utfall(wholeDraws) },
  { name: "utfall, one worker", draws: wholeDraws, command: utfall(wholeDraws, "--threads", "1") },
  { name: "utfall, first result", draws: firstDraws, command: utfall(firstDraws) },
];
if (numpy !== undefined)
  for (const draws of [wholeDraws, firstDraws])
    wholes.push({
      name: yardstick,
      draws,
      command: [numpy, "-B", "bench/peers/numpy_blocks.py", "--cold", "--draws", String(draws)],
    });
const processes = wholes.map(({ name, draws }) => ({ name, draws, each: [] }));
for (let round = 0; round < (asked.quick ? 1 : rounds); round++)
  wholes.forEach(({ name, draws, command }, k) => {
    const one = wholeProcess(command);
    processes[k].each.push(one);
    console.error(`whole process: ${name}, ${draws} draws, ${one.seconds.toFixed(2)} s`);
  });

const oursWith = (...more) => lineOf([process.execPath, "bench/peers/ours.mjs", ...more]);
const accuracy = oursWith("--accuracy", asked.quick ? "10" : "50", "--draws", String(2 ** 16));
const tables = oursWith("--tables");

const whole = new Intl.NumberFormat("en", { maximumFractionDigits: 0 });
const few = (x) => (x === undefined ? "" : x < 100 ? x.toPrecision(3) : whole.format(x));
const table = (heads, lines) =>
  [heads, heads.map((_, k) => (k === 0 ? "---" : "---:")), ...lines].map((cells) => `| ${cells.join(" | ")} |`);
const reference = rows.find(({ name }) => name === yardstick);
const stated = rows.flatMap((row) => Object.entries(row.versions));
const versions = [...new Set(stated.map(([name]) => name))].map((name) => {
  const each = new Set(stated.filter(([other]) => other === name).map(([, version]) => version));
  return `${name} ${[...each].join(" and ")}`;
});
const text = [
  `${cpus().length} cores, ${cpus()[0].model}. ${versions.join(", ")}.`,
  load < 0.5
    ? "Nothing else ran on the machine."
    : `Other programs ran on the machine (load ${load.toFixed(1)} on ${cpus().length} cores): times by the clock are too long, ` +
      "most so with two threads; processor time is the better guide.",
  "",
  ...table(
    [
      "R1 with all its summaries, warm",
      "threads",
      "draws",
      "ns a draw",
      "±",
      `× ${yardstick}`,
      "CPU ns",
      "×",
      "peak MiB",
    ],
    rows.map(({ program, threads, draws, ns, spread, cpuNs, peakMiB }) => [
      program,
      threads,
      whole.format(draws),
      few(ns),
      `${(100 * spread).toFixed(0)} %`,
      reference === undefined ? "" : few(reference.ns / ns),
      few(cpuNs),
      reference === undefined || cpuNs === undefined ? "" : few(reference.cpuNs / cpuNs),
      peakMiB === undefined ? "" : whole.format(peakMiB),
    ]),
  ),
  "",
  ...table(
    ["whole process, from start to exit", "draws", "seconds", "peak MiB"],
    processes.map(({ name, draws, each }) => [
      name,
      whole.format(draws),
      medianOf(each.map(({ seconds }) => seconds)).toFixed(2),
      each[0].peakMiB === undefined ? "" : whole.format(medianOf(each.map(({ peakMiB }) => peakMiB))),
    ]),
  ),
  "",
  `Root mean square error of E[net] at ${whole.format(accuracy.draws)} Sobol' draws over ${accuracy.seeds} seeds: ` +
    `${few(accuracy.rmse)} kr, as ${few(accuracy.plainDraws / 1e6)} million plain draws would have.`,
  `R1's tables are built in ${few(tables.firstMs)} ms by a process that has just started, ${few(tables.warmMs)} ms by a warm one.`,
  ...(missing.length === 0 ? [] : ["", `Not installed where this was measured: ${missing.join("; ")}.`]),
].join("\n");
console.log(text);

await mkdir(join(root, "out"), { recursive: true });
await writeFile(join(root, "out/peers.json"), `${JSON.stringify({ rows, processes, accuracy, tables }, null, 2)}\n`);
if (!asked.quick) {
  const page = join(root, "docs/performance.md");
  const [begin, end] = ["<!-- peers: begin -->", "<!-- peers: end -->"];
  const old = await readFile(page, "utf8");
  const [from, to] = [old.indexOf(begin), old.indexOf(end)];
  if (from < 0 || to < from) throw new Error(`docs/performance.md has no ${begin} … ${end}`);
  await writeFile(page, `${old.slice(0, from + begin.length)}\n${text}\n${old.slice(to)}`);
}
