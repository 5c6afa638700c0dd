import { type Axis, type BodyNode, type CountOperation, countOperands, type GraphNode, type NodeId } from "./graph.ts";

/** The nodes that a node reads. */
export function operandsOf(node: GraphNode): readonly NodeId[] {
  switch (node.op) {
    case "parameter":
    case "constant":
    case "input":
    case "index":
      return [];
    case "stack":
      return node.items;
    case "scan":
      return [...node.operands, ...node.initial];
    case "select":
      return [node.test, node.a, node.b];
    case "count":
      return node.of;
    default:
      return "b" in node ? [node.a, node.b] : [node.a];
  }
}

/** The earlier body nodes that a node of a scan's body reads. */
export function bodyOperandsOf(node: BodyNode): readonly number[] {
  switch (node.op) {
    case "operand":
    case "state":
      return [];
    case "select":
      return [node.test, node.a, node.b];
    case "count":
      return node.of;
    default:
      return "b" in node ? [node.a, node.b] : [node.a];
  }
}

/** One and the same, so that nodes without axes are known by it at once. */
const noAxes: readonly string[] = [];

/**
 * The axes a node has a value along, in declared order, given those of the nodes before it.
 *
 * @throws Error where an operand is not an earlier node, an axis is unknown, or a node reads along an axis that its operand lacks
 */
export function axesOfNode(
  node: GraphNode,
  axes: readonly Axis[],
  nodeAxes: readonly (readonly string[])[],
): readonly string[] {
  for (const operand of operandsOf(node)) {
    if (!Number.isInteger(operand) || operand < 0 || operand >= nodeAxes.length) {
      throw new Error(`${node.op} reads node ${operand}, but only ${nodeAxes.length} stand before it`);
    }
  }
  const inOrder = (...lists: readonly (readonly string[])[]): readonly string[] =>
    axes.map(({ name }) => name).filter((name) => lists.some((list) => list.includes(name)));
  /** Of lists that are in order themselves: nearly always all that have any are the same one. */
  const union = (...lists: readonly (readonly string[])[]): readonly string[] => {
    const [first = noAxes, ...others] = lists.filter(({ length }) => length > 0);
    return others.every((list) => list === first) ? first : inOrder(...lists);
  };
  const declared = (name: string): Axis => {
    const axis = axes.find((candidate) => candidate.name === name);
    if (axis === undefined) throw new Error(`${node.op} names the axis ${name}, which is not declared`);
    return axis;
  };
  const along = (axis: string, operand: NodeId): void => {
    declared(axis);
    if (!nodeAxes[operand].includes(axis)) throw new Error(`${node.op} along ${axis} reads a node without that axis`);
  };
  switch (node.op) {
    case "count":
      checkCount(node);
      return union(...node.of.map((operand) => nodeAxes[operand]));
    case "parameter": {
      for (const axis of node.axes) declared(axis);
      if (new Set(node.axes).size !== node.axes.length) throw new Error(`parameter ${node.name} names an axis twice`);
      return inOrder(node.axes);
    }
    case "constant":
    case "input":
      return noAxes;
    case "index":
      return [declared(node.axis).name];
    case "stack": {
      const { size } = declared(node.axis);
      if (node.items.length !== size)
        throw new Error(`stack along ${node.axis} needs ${size} items, got ${node.items.length}`);
      if (node.items.some((item) => nodeAxes[item].includes(node.axis))) {
        throw new Error(`stack along ${node.axis} has an item that already has that axis`);
      }
      return union([node.axis], ...node.items.map((item) => nodeAxes[item]));
    }
    case "reduce":
      along(node.axis, node.a);
      return nodeAxes[node.a].filter((name) => name !== node.axis);
    case "at": {
      along(node.axis, node.a);
      const { size } = declared(node.axis);
      if (!Number.isInteger(node.index) || node.index < 0 || node.index >= size) {
        throw new Error(`at ${node.index} lies outside the axis ${node.axis} of ${size}`);
      }
      return nodeAxes[node.a].filter((name) => name !== node.axis);
    }
    case "shift":
      along(node.axis, node.a);
      if (!Number.isInteger(node.by)) throw new Error(`shift by ${node.by} is not whole`);
      return nodeAxes[node.a];
    case "cumulative":
      along(node.axis, node.a);
      return nodeAxes[node.a];
    case "scan": {
      declared(node.axis);
      checkBody(node);
      for (const start of node.initial) {
        if (nodeAxes[start].includes(node.axis))
          throw new Error(`a scan's state can't start with the axis ${node.axis}`);
      }
      return union([node.axis], ...operandsOf(node).map((operand) => nodeAxes[operand]));
    }
    default:
      return union(...operandsOf(node).map((operand) => nodeAxes[operand]));
  }
}

function checkCount({ by, of }: { readonly by: CountOperation; readonly of: readonly number[] }): void {
  const wanted = countOperands[by];
  if (of.length !== wanted) throw new Error(`a ${by} count reads ${wanted} nodes, got ${of.length}`);
}

function checkBody(scan: Extract<GraphNode, { op: "scan" }>): void {
  const inside = (index: number, size: number, what: string): void => {
    if (!Number.isInteger(index) || index < 0 || index >= size)
      throw new Error(`a scan's body reads ${what} ${index} of ${size}`);
  };
  scan.body.forEach((node, place) => {
    if (node.op === "operand") inside(node.operand, scan.operands.length, "operand");
    else if (node.op === "state") inside(node.state, scan.initial.length, "state");
    else if (node.op === "count") checkCount(node);
    for (const operand of bodyOperandsOf(node)) inside(operand, place, "body node");
  });
  if (scan.next.length !== scan.initial.length) {
    throw new Error(`a scan with ${scan.initial.length} states gives ${scan.next.length} next values`);
  }
  for (const node of [...scan.next, scan.emit]) inside(node, scan.body.length, "body node");
}
