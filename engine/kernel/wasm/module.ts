import { name, unsigned } from "./bytes.ts";
import type { FunctionBuilder } from "./function.ts";
import { control, valueTypes } from "./instructions.ts";

interface ModuleParts {
  /** In the order of their indices. */
  readonly functions: readonly FunctionBuilder[];
  /** Exported functions: name → index. The memory is exported as `memory`. */
  readonly exports: Readonly<Record<string, number>>;
  /** Bytes of memory at the start. */
  readonly memory: number;
}

export const pageBytes = 65536;

/** A module of functions over one memory of its own, as bytes. It imports nothing. */
export function encodeModule({ functions, exports, memory }: ModuleParts): Uint8Array<ArrayBuffer> {
  const signatures: string[] = [];
  const typeOf = functions.map(({ parameters, results }) => {
    const bytes = [0x60, ...types(parameters), ...types(results)].join();
    const known = signatures.indexOf(bytes);
    return known >= 0 ? known : signatures.push(bytes) - 1;
  });
  const exported = [
    [...name("memory"), 0x02, 0x00],
    ...Object.entries(exports).map(([as, index]) => [...name(as), 0x00, ...unsigned(index)]),
  ];
  const pages = Math.ceil(memory / pageBytes);
  return joined([
    [0x00, 0x61, 0x73, 0x6d, 0x01, 0x00, 0x00, 0x00],
    ...section(
      1,
      signatures.map((signature) => signature.split(",").map(Number)),
    ),
    ...section(3, typeOf.map(unsigned)),
    ...section(5, [[0x00, ...unsigned(pages)]]),
    ...section(7, exported),
    ...section(10, functions.map(body)),
  ]);
}

const types = (list: FunctionBuilder["parameters"]): readonly number[] => [
  ...unsigned(list.length),
  ...list.map((type) => valueTypes[type]),
];

function body(f: FunctionBuilder): readonly number[] {
  const runs: { type: keyof typeof valueTypes; count: number }[] = [];
  for (const type of f.locals) {
    const last = runs.at(-1);
    if (last?.type === type) last.count++;
    else runs.push({ type, count: 1 });
  }
  const declared = [
    ...unsigned(runs.length),
    ...runs.flatMap(({ type, count }) => [...unsigned(count), valueTypes[type]]),
  ];
  const { code } = f;
  const size = declared.length + code.length + control.end.length;
  return [...unsigned(size), ...declared].concat(code, control.end);
}

/** A section holding a list of items. */
function section(id: number, items: readonly (readonly number[])[]): readonly (readonly number[])[] {
  const count = unsigned(items.length);
  const size = items.reduce((sum, item) => sum + item.length, count.length);
  return [[id, ...unsigned(size)], count, ...items];
}

function joined(parts: readonly (readonly number[])[]): Uint8Array<ArrayBuffer> {
  const bytes = new Uint8Array(parts.reduce((sum, part) => sum + part.length, 0));
  let at = 0;
  for (const part of parts) {
    bytes.set(part, at);
    at += part.length;
  }
  return bytes;
}
