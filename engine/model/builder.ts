import { axesOfNode } from "./axes.ts";
import type {
  Axis,
  BinaryOperation,
  BodyNode,
  GraphNode,
  InputDeclaration,
  ModelGraph,
  NodeId,
  OutputDeclaration,
  UnaryOperation,
} from "./graph.ts";

/**
 * Makes a `ModelGraph`. The same operation on the same operands is one node, however often it is asked for, so what several
 * scenarios or figures have in common is computed once.
 */
export class GraphBuilder {
  readonly #axes: Axis[];
  readonly #inputs: InputDeclaration[];
  readonly #inputPlaces: Map<string, number>;
  readonly #nodes: GraphNode[];
  readonly #nodeAxes: (readonly string[])[];
  readonly #known: Map<string, NodeId>;
  readonly #names: Map<NodeId, string>;
  readonly #outputs: Map<string, OutputDeclaration>;
  /** What an axis is called in the graph, where that is something else than here. */
  readonly #axisNames: Readonly<Record<string, string>>;

  /**
   * @param within the builder whose graph is built on; a graph of its own where absent
   * @param axisNames see `withAxes`
   */
  constructor(within?: GraphBuilder, axisNames: Readonly<Record<string, string>> = {}) {
    this.#axes = within === undefined ? [] : within.#axes;
    this.#inputs = within === undefined ? [] : within.#inputs;
    this.#inputPlaces = within === undefined ? new Map() : within.#inputPlaces;
    this.#nodes = within === undefined ? [] : within.#nodes;
    this.#nodeAxes = within === undefined ? [] : within.#nodeAxes;
    this.#known = within === undefined ? new Map() : within.#known;
    this.#names = within === undefined ? new Map() : within.#names;
    this.#outputs = within === undefined ? new Map() : within.#outputs;
    this.#axisNames = axisNames;
  }

  /**
   * A builder of the same graph in which some axes are others: `withAxes({ period: "later" })` puts along the graph's axis `later`
   * whatever is asked for along `period`. So one recipe serves for two times of different lengths.
   */
  withAxes(names: Readonly<Record<string, string>>): GraphBuilder {
    return new GraphBuilder(this, { ...this.#axisNames, ...names });
  }

  #named(axis: string): string {
    return Object.hasOwn(this.#axisNames, axis) ? this.#axisNames[axis] : axis;
  }

  /** Declares an axis; again with the same size is the same axis. The order of declaration is the order of a node's axes. */
  axis(name: string, size: number): void {
    if (!Number.isInteger(size) || size < 1) throw new Error(`axis ${name} needs a whole size above 0, got ${size}`);
    const own = this.#named(name);
    const known = this.#axes.find((axis) => axis.name === own);
    if (known === undefined) this.#axes.push({ name: own, size });
    else if (known.size !== size) throw new Error(`axis ${name} has ${known.size} cells, not ${size}`);
  }

  sizeOf(axis: string): number {
    const own = this.#named(axis);
    const known = this.#axes.find(({ name }) => name === own);
    if (known === undefined) throw new Error(`no axis is called ${axis}`);
    return known.size;
  }

  /** The axes a node has a value along, by their names in the graph, in declared order. */
  axesOf(node: NodeId): readonly string[] {
    return this.#nodeAxes[node];
  }

  hasAxis(node: NodeId, axis: string): boolean {
    return this.#nodeAxes[node].includes(this.#named(axis));
  }

  /** The drawn value of an input. Declared once per path; inputs keep the order in which they are first declared. */
  declareInput(declaration: InputDeclaration): number {
    const known = this.#inputPlaces.get(declaration.path);
    if (known !== undefined) return known;
    this.#inputPlaces.set(declaration.path, this.#inputs.length);
    return this.#inputs.push(declaration) - 1;
  }

  input(declaration: InputDeclaration): NodeId {
    return this.#add({ op: "input", input: this.declareInput(declaration) });
  }

  /** A number that stands beside the graph, in `ModelData.parameters`, under its name. */
  parameter(name: string, axes: readonly string[] = []): NodeId {
    return this.#add({ op: "parameter", name, axes: axes.map((axis) => this.#named(axis)) });
  }

  /** A number that belongs to the shape (the horizon, an exact 1), and that no data can change. */
  constant(value: number): NodeId {
    if (!Number.isFinite(value)) throw new RangeError(`${value} can't be a constant of a graph`);
    // Text of a graph, by which it is known again, has no −0.
    return Object.is(value, -0) ? this.negate(this.constant(0)) : this.#add({ op: "constant", value });
  }

  unary(op: UnaryOperation, a: NodeId): NodeId {
    return this.#add({ op, a });
  }

  binary(op: BinaryOperation, a: NodeId, b: NodeId): NodeId {
    return this.#add({ op, a, b });
  }

  negate(a: NodeId): NodeId {
    return this.unary("negate", a);
  }

  add(a: NodeId, b: NodeId): NodeId {
    return this.binary("add", a, b);
  }

  subtract(a: NodeId, b: NodeId): NodeId {
    return this.binary("subtract", a, b);
  }

  multiply(a: NodeId, b: NodeId): NodeId {
    return this.binary("multiply", a, b);
  }

  divide(a: NodeId, b: NodeId): NodeId {
    return this.binary("divide", a, b);
  }

  min(a: NodeId, b: NodeId): NodeId {
    return this.binary("min", a, b);
  }

  max(a: NodeId, b: NodeId): NodeId {
    return this.binary("max", a, b);
  }

  /** a where test is not 0, else b. */
  select(test: NodeId, a: NodeId, b: NodeId): NodeId {
    return this.#add({ op: "select", test, a, b });
  }

  /**
   * Successes among `size`, each of probability `probability`, at a standard normal `score`: one input of level `chance` with
   * the distribution normal(0, 1) for each count that is drawn by itself.
   */
  binomialCount(score: NodeId, size: NodeId, probability: NodeId): NodeId {
    return this.#add({ op: "count", by: "binomial", of: [score, size, probability] });
  }

  /** Events where `mean` are expected, at a standard normal `score`. */
  poissonCount(score: NodeId, mean: NodeId): NodeId {
    return this.#add({ op: "count", by: "poisson", of: [score, mean] });
  }

  /** The same with more spread: a variance of mean + dispersion·mean², 1/dispersion being the negative binomial's size. */
  negativeBinomialCount(score: NodeId, mean: NodeId, dispersion: NodeId): NodeId {
    return this.#add({ op: "count", by: "negativeBinomial", of: [score, mean, dispersion] });
  }

  /** ((x0 + x1) + x2) …; the constant 0 for none. */
  sum(items: readonly NodeId[]): NodeId {
    return items.length === 0 ? this.constant(0) : items.reduce((sum, item) => this.add(sum, item));
  }

  /** ((x0 · x1) · x2) …; the constant 1 for none. */
  product(items: readonly NodeId[]): NodeId {
    return items.length === 0 ? this.constant(1) : items.reduce((product, item) => this.multiply(product, item));
  }

  /** 0, 1, 2, … along the axis. */
  index(axis: string): NodeId {
    return this.#add({ op: "index", axis: this.#named(axis) });
  }

  stack(axis: string, items: readonly NodeId[]): NodeId {
    return this.#add({ op: "stack", axis: this.#named(axis), items });
  }

  /** The same value in every cell of the axis; a node that has the axis already is itself. */
  spread(axis: string, a: NodeId): NodeId {
    return this.hasAxis(a, axis) ? a : this.stack(axis, Array<NodeId>(this.sizeOf(axis)).fill(a));
  }

  reduce(by: "add" | "min" | "max", axis: string, a: NodeId): NodeId {
    return this.#add({ op: "reduce", by, axis: this.#named(axis), a });
  }

  shift(axis: string, by: number, a: NodeId): NodeId {
    return by === 0 ? a : this.#add({ op: "shift", axis: this.#named(axis), by, a });
  }

  cumulative(axis: string, a: NodeId): NodeId {
    return this.#add({ op: "cumulative", axis: this.#named(axis), a });
  }

  at(axis: string, index: number, a: NodeId): NodeId {
    return this.#add({ op: "at", axis: this.#named(axis), index, a });
  }

  /**
   * Repeats a small body along an axis. `make` writes the body: it reads operands and states, and gives the next value of each
   * state and the value to emit at the step.
   */
  scan(
    axis: string,
    operands: readonly NodeId[],
    initial: readonly NodeId[],
    make: (body: BodyBuilder) => { readonly next: readonly number[]; readonly emit: number },
  ): NodeId {
    const body = new BodyBuilder();
    const { next, emit } = make(body);
    return this.#add({ op: "scan", axis: this.#named(axis), operands, initial, body: body.nodes, next, emit });
  }

  /** Gives a node a name for people, kept where it already has one. */
  name(node: NodeId, name: string): NodeId {
    if (!this.#names.has(node)) this.#names.set(node, name);
    return node;
  }

  /** Declares an output. The same id again must mean the same. */
  output(declaration: OutputDeclaration): void {
    const known = this.#outputs.get(declaration.id);
    if (known !== undefined && JSON.stringify(known) !== JSON.stringify(declaration)) {
      throw new Error(`output ${declaration.id} is declared twice with different meanings`);
    }
    this.#outputs.set(declaration.id, declaration);
  }

  hasOutput(id: string): boolean {
    return this.#outputs.has(id);
  }

  build(): ModelGraph {
    return {
      axes: [...this.#axes],
      inputs: [...this.#inputs],
      nodes: [...this.#nodes],
      names: Object.fromEntries([...this.#names].sort(([a], [b]) => a - b)),
      outputs: [...this.#outputs.values()],
    };
  }

  #add(node: GraphNode): NodeId {
    const key = keyOf(node);
    const known = this.#known.get(key);
    if (known !== undefined) return known;
    const axes = axesOfNode(node, this.#axes, this.#nodeAxes);
    const id = this.#nodes.push(node) - 1;
    this.#nodeAxes.push(axes);
    this.#known.set(key, id);
    return id;
  }
}

/** Equal for equal nodes. Most are asked for many times over, and JSON takes several times as long to write. */
function keyOf(node: GraphNode): string {
  switch (node.op) {
    case "constant":
      return `constant ${node.value}`;
    case "input":
      return `input ${node.input}`;
    case "at":
      return `at ${node.index} ${node.a} ${node.axis}`;
    case "parameter":
    case "select":
    case "count":
    case "index":
    case "stack":
    case "reduce":
    case "shift":
    case "cumulative":
    case "scan":
      return JSON.stringify(node);
    default:
      return "b" in node ? `${node.op} ${node.a} ${node.b}` : `${node.op} ${node.a}`;
  }
}

/** Writes the body of a scan; the same operation on the same operands is one body node. */
export class BodyBuilder {
  readonly nodes: BodyNode[] = [];
  readonly #known = new Map<string, number>();

  operand(operand: number): number {
    return this.#add({ op: "operand", operand });
  }

  state(state: number): number {
    return this.#add({ op: "state", state });
  }

  unary(op: UnaryOperation, a: number): number {
    return this.#add({ op, a });
  }

  binary(op: BinaryOperation, a: number, b: number): number {
    return this.#add({ op, a, b });
  }

  select(test: number, a: number, b: number): number {
    return this.#add({ op: "select", test, a, b });
  }

  binomialCount(score: number, size: number, probability: number): number {
    return this.#add({ op: "count", by: "binomial", of: [score, size, probability] });
  }

  poissonCount(score: number, mean: number): number {
    return this.#add({ op: "count", by: "poisson", of: [score, mean] });
  }

  negativeBinomialCount(score: number, mean: number, dispersion: number): number {
    return this.#add({ op: "count", by: "negativeBinomial", of: [score, mean, dispersion] });
  }

  #add(node: BodyNode): number {
    const key = JSON.stringify(node);
    const known = this.#known.get(key);
    if (known !== undefined) return known;
    this.#known.set(key, this.nodes.length);
    return this.nodes.push(node) - 1;
  }
}
