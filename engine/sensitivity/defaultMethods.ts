import type { Study } from "./study.ts";

/** When a method takes part where none is named. */
type When = "always" | "fewInputs" | "independentFewInputs" | "correlated";

/** Methods that take part where none is named, by id; those that are not here wait until they are asked for. */
const standard: Readonly<Record<string, When>> = {
  shapley: "correlated",
  correlations: "always",
  regression: "always",
  firstOrder: "always",
  conditionalMeans: "always",
  sobol: "independentFewInputs",
  oneWay: "fewInputs",
  switchingValue: "fewInputs",
  prim: "always",
  gap: "always",
};

/** More inputs than this, and methods that run the model once or more for each wait until they are asked for. */
export const fewInputs = 40;

/** How methods were chosen. */
export interface MethodChoice {
  /** `asked`: they were named; `rule`: see `chosenMethods`. */
  readonly by: "asked" | "rule";
  readonly methods: readonly string[];
  readonly inputs: number;
  /** Whether inputs of the study move together. */
  readonly correlated: boolean;
}

/**
 * The methods of a study where none is named: those that read the draws of one run; those that run the model by a plan of their own
 * where there are at most 40 inputs, Sobol' indices only where no inputs are correlated; where some are, Shapley shares lead.
 *
 * @param known ids of all methods there are, in their order
 */
export function chosenMethods(study: Study, known: readonly string[]): MethodChoice {
  const inputs = study.inputs.length;
  const correlated = hasCorrelated(study);
  const takesPart = (id: string): boolean => {
    switch (Object.hasOwn(standard, id) ? standard[id] : undefined) {
      case "always":
        return true;
      case "fewInputs":
        return inputs <= fewInputs;
      case "independentFewInputs":
        return inputs <= fewInputs && !correlated;
      case "correlated":
        return correlated;
      default:
        return false;
    }
  };
  const taking = known.filter(takesPart);
  const leads = taking.filter((id) => standard[id] === "correlated");
  return { by: "rule", methods: [...new Set([...leads, ...taking])], inputs, correlated };
}

/** Whether inputs of a study are drawn together with others. */
export function hasCorrelated({ job, inputs }: Pick<Study, "job" | "inputs">): boolean {
  const own = new Set(inputs.map(({ path }) => path));
  const { correlations, copulas = [] } = job.data;
  return (
    correlations.some(({ between }) => between.some((path) => own.has(path))) ||
    copulas.some(({ of }) => of.some((path) => own.has(path)))
  );
}
