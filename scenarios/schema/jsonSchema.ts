import * as z from "zod";
import type { ParameterMeaning } from "../../engine/distributions/distribution.ts";
import { distributions } from "../../engine/distributions/index.ts";
import { poolingMethods } from "../basis.ts";
import { employers } from "../onCosts/table.ts";
import { keptParts } from "./implementation.ts";
import { correlationKinds } from "./judgement.ts";
import { observedFile, observedFormat } from "./observed.ts";
import { optimismParts } from "./optimism.ts";
import { evidenceWords, rowWords } from "./parts.ts";
import { scenario } from "./scenario.ts";
import { change, endings } from "./stopRules.ts";

type Json = { [key: string]: unknown };

const text: Json = {
  description: "A text in the file's language, or in both",
  anyOf: [
    { type: ["string", "number"] },
    {
      type: "object",
      properties: { en: { type: "string" }, sv: { type: "string" } },
      additionalProperties: false,
      minProperties: 1,
    },
  ],
};
const textRef: Json = { $ref: "#/definitions/text" };
const quantityRef: Json = { $ref: "#/definitions/quantity" };
const referenceClassRef: Json = { $ref: "#/definitions/referenceClass" };
const numberWithUnit: Json = { type: ["number", "string"] };
const countsBySegment: Json = {
  anyOf: [numberWithUnit, { type: "object", additionalProperties: numberWithUnit, minProperties: 1 }],
};

/** What the kinds of the schema's own parts look like to an editor; the shorthands stand beside the full form. */
const kinds: Readonly<Record<string, (full: Json) => Json>> = {
  text: () => textRef,
  quantity: () => quantityRef,
  word: () => ({ type: "string" }),
  wordOrNumber: () => ({ type: ["string", "number"] }),
  years: () => ({
    anyOf: [
      { type: "integer", minimum: 1 },
      { type: "string", pattern: "^[1-9][0-9]* *years?$" },
    ],
  }),
  year: () => ({ type: "integer", minimum: 1900, maximum: 2200 }),
  accept: () => ({ anyOf: [textRef, { type: "object", additionalProperties: textRef }] }),
  count: () => ({ type: "integer", minimum: 1 }),
  level: () => ({ type: "number", exclusiveMinimum: 0 }),
  priceIndex: (full) => ({ anyOf: [{ type: "string" }, full] }),
  unitCosts: (full) => ({ anyOf: [{ type: "array", items: { type: "string" } }, full] }),
  charges: () => ({
    anyOf: [
      quantityRef,
      {
        type: "object",
        description: "A quantity with the year of its rate; without a rate, that of the table",
        properties: { PO: { type: "integer" }, employer: { enum: employers } },
        required: ["PO"],
      },
    ],
  }),
  mitigated: () => ({
    anyOf: [
      quantityRef,
      {
        type: "object",
        description: "By part",
        properties: Object.fromEntries(optimismParts.map((part) => [part, quantityRef])),
        additionalProperties: false,
      },
    ],
  }),
  stages: () => ({
    type: "object",
    description: "Share of full scale from a year on: { year 3: 50 %, year 4: 100 % }",
    additionalProperties: quantityRef,
  }),
  learning: () => ({
    anyOf: [
      quantityRef,
      {
        type: "object",
        description:
          "How much better each cohort does than the one before, of the first one's effect, and how far that goes",
        properties: { perCohort: quantityRef, most: quantityRef },
        required: ["perCohort"],
        additionalProperties: false,
      },
    ],
  }),
  effectKept: () => ({
    anyOf: [
      quantityRef,
      {
        type: "object",
        description: "Factors that multiply; of a loss, what it leaves",
        properties: Object.fromEntries(keptParts.map((part) => [part, quantityRef])),
        minProperties: 1,
        additionalProperties: false,
      },
    ],
  }),
  wordOrList: () => ({
    anyOf: [{ type: "string" }, { type: "array", items: { type: "string" }, minItems: 1 }],
  }),
  condition: () => ({
    anyOf: [
      { type: "string" },
      ...(["all", "any"] as const).map((key) => ({
        type: "object",
        properties: { [key]: { type: "array", items: { type: "string" }, minItems: 1 } },
        required: [key],
        additionalProperties: false,
      })),
    ],
  }),
  whatFollows: () => {
    const { $schema: _, ...form } = schemaOf(change);
    return { anyOf: [{ enum: endings }, { ...form, description: "From the look on numbers of the file are struck" }] };
  },
  payers: () => ({ anyOf: [{ type: "string" }, { type: "object", additionalProperties: quantityRef }] }),
  sharesByActor: () => ({
    type: "object",
    additionalProperties: quantityRef,
    minProperties: 1,
    description: "Shares by actor that make the whole; one of them may be `rest`",
  }),
  repayers: () => ({
    anyOf: [
      { type: "string" },
      { type: "array", items: { type: "string" }, minItems: 1 },
      { type: "object", additionalProperties: quantityRef, minProperties: 1 },
    ],
    description: "An actor, several, or each with the share of its own that it repays",
  }),
  repaidUntil: () => ({
    ...quantityRef,
    description: "`cost repaid`, `year 9`, `to horizon`, or an amount",
  }),
  invested: (full) => ({ anyOf: [{ type: "string" }, full] }),
  cashable: (full) => ({ anyOf: [quantityRef, full] }),
  component: () => ({
    anyOf: [{ type: "string" }, { type: "object", additionalProperties: quantityRef, minProperties: 1 }],
    description: "The component that the cost belongs to, or shares by component; one of them may be `rest`",
  }),
  byComponent: () => ({
    type: "object",
    additionalProperties: quantityRef,
    minProperties: 1,
    description: "What share of the effect comes from each component; one of them may be `rest`",
  }),
  set: () => ({
    type: "object",
    additionalProperties: true,
    description: "What is written at a path instead, such as costs.team.number: 1",
  }),
  counts: () => ({
    description: "How many: one number, one per segment, or a list of either by programme year",
    anyOf: [countsBySegment, { type: "array", items: countsBySegment, minItems: 1 }],
  }),
  numbersByYear: () => ({
    anyOf: [numberWithUnit, { type: "array", items: numberWithUnit, minItems: 1 }],
    description: "So far, or by programme year",
  }),
  measurements: (full) => ({ anyOf: [full.items as Json, full] }),
  costSoFar: (full) => ({ anyOf: [numberWithUnit, { type: "array", items: numberWithUnit, minItems: 1 }, full] }),
  scenarioOf: (full) => ({ anyOf: [{ type: "string" }, full] }),
  translations: () => ({
    type: "object",
    properties: { en: { type: "object" }, sv: { type: "object" } },
    additionalProperties: false,
  }),
  titled: (full) => ({ anyOf: [textRef, full] }),
  perspective: (full) => ({ anyOf: [{ const: "all" }, { type: "array", items: { type: "string" } }, full] }),
  names: (full) => ({ anyOf: [{ type: "string" }, full] }),
  effect: (full) => full,
  lasting: (full) => full,
  keeps: () => ({
    anyOf: [
      quantityRef,
      {
        type: "object",
        properties: { schedule: { type: "array", items: quantityRef, minItems: 1 } },
        required: ["schedule"],
        additionalProperties: false,
      },
    ],
  }),
  difference: () => ({
    anyOf: [
      quantityRef,
      {
        type: "object",
        properties: { participants: quantityRef, comparison: quantityRef },
        required: ["participants", "comparison"],
        additionalProperties: false,
      },
    ],
  }),
  dependent: (full) => full,
  correlationOf: () => ({
    anyOf: [{ enum: correlationKinds }, { type: "array", items: { type: "string" }, minItems: 2 }],
    description: "Of a pair: ranks unless said; of a factor: the inputs that it moves; of a t copula: its inputs",
  }),
  loading: () => ({ anyOf: [numberWithUnit, { type: "array", items: numberWithUnit }] }),
  referenceClass: () => referenceClassRef,
  adjustment: (full) => ({ anyOf: [{ const: "none" }, full] }),
  discounting: () => ({
    anyOf: [
      quantityRef,
      {
        type: "object",
        description: "Rates that differ over the years: a schedule by its name, or bands of one's own",
        properties: {
          schedule: { type: "string", description: "A schedule that comes with the program, such as green-book-2022" },
          title: textRef,
          version: { type: ["string", "number"] },
          source: textRef,
          url: { type: "string" },
          bands: {
            type: "array",
            minItems: 1,
            items: {
              type: "object",
              properties: {
                through: { type: "integer", minimum: 0, description: "The last year in which the rate holds" },
                rate: quantityRef,
              },
              required: ["rate"],
              additionalProperties: false,
            },
          },
        },
        additionalProperties: false,
      },
    ],
  }),
  formula: (full) => ({ anyOf: [{ type: ["string", "number"] }, full] }),
};

const referenceClass: Json = {
  type: "object",
  description: "Comparable programmes, towards which the number is shrunk beside what is stated",
  properties: {
    mean: { ...numberWithUnit, description: "Mean of their effects" },
    sd: { ...numberWithUnit, description: "Standard deviation between programmes" },
    median: { ...numberWithUnit, description: "Median of their ratios, beside a lognormal number" },
    sdlog: { ...numberWithUnit, description: "Standard deviation of the logarithm between programmes" },
    se: { ...numberWithUnit, description: "Standard error of the class's own mean; of the logarithm with median" },
    source: { type: "string", description: "An id under sources" },
    title: textRef,
    note: textRef,
  },
  required: ["source"],
  additionalProperties: false,
};

/** Keys of knowledge that hold for several families. */
const knowledge: Readonly<Record<string, string>> = {
  value: "A certain number that carries a source",
  low: "Smallest value; with level the lower percentile",
  best: "Most likely value",
  high: "Largest value; with level the upper percentile",
  mean: "Mean, before a cut at min and max",
  sd: "Standard deviation, before a cut at min and max",
  level: "Share of the values between low and high, such as 90 %",
  count: "Hits among `of` trials",
  of: "Trials",
  min: "Values below are impossible",
  max: "Values above are impossible",
};

function quantity(): Json {
  const properties: Json = {
    as: { enum: Object.keys(distributions), description: "Family of the distribution" },
    interval: {
      type: "array",
      items: numberWithUnit,
      minItems: 2,
      maxItems: 2,
      description: "A central interval, with its level",
    },
    quantiles: {
      type: "object",
      additionalProperties: numberWithUnit,
      description: "Shares, each with the value below which it lies: { 10 %: 200, 50 %: 300, 90 %: 450 }",
    },
    experts: {
      type: "array",
      items: quantityRef,
      minItems: 1,
      description: "What each expert says, as distributions; pooled with equal weights unless weights says otherwise",
    },
    pool: { enum: ["linear", "logarithmic"], description: "How experts are pooled; linear unless said" },
    studies: {
      type: "array",
      minItems: 2,
      description: "What studies found, each { estimate, se } or { estimate, interval, level }; pooled for a new place",
      items: {
        type: "object",
        properties: {
          estimate: numberWithUnit,
          se: { ...numberWithUnit, description: "Standard error; of the logarithm with as: lognormal" },
          interval: { type: "array", items: numberWithUnit, minItems: 2, maxItems: 2 },
          level: { ...numberWithUnit, description: "Of the interval; 95 % unless said" },
          title: textRef,
          source: { type: "string" },
          note: textRef,
        },
        additionalProperties: false,
      },
    },
    shares: {
      type: "object",
      additionalProperties: numberWithUnit,
      minProperties: 2,
      description:
        "Under quantities: parts of a whole, as many as were found of each, or with of: shares that sum to 100 %",
    },
    method: { enum: poolingMethods, description: "How studies are pooled; REML with Hartung–Knapp unless said" },
    prior: {
      anyOf: [numberWithUnit, { enum: ["jeffreys", "uniform"] }, { type: "object", required: ["alpha", "beta"] }],
      description: "Beside count and of: what was known before counting; jeffreys (0.5 each) unless said",
    },
    unit: { type: "string", description: "Unit of all the numbers, such as kr/person" },
    source: { type: "string", description: "An id under sources" },
    evidence: { enum: evidenceWords },
    row: {
      enum: rowWords,
      description: "Row of the logic model",
    },
    title: textRef,
    assumption: textRef,
    note: textRef,
    year: {
      type: "integer",
      description: "Price year of the amounts, if another than the scenario's: they are converted",
    },
    shared: { type: "string", description: "Draws shared between files under this name" },
    accept: {
      type: "object",
      additionalProperties: textRef,
      description: "Warnings about this number that are accepted, by their code, with the reason",
    },
    referenceClass: referenceClassRef,
    each: {
      ...quantityRef,
      description: "What every person or case has of its own, as a distribution; drawn for each with --chance on",
    },
    number: { ...quantityRef, description: "Beside each: how many there are, where the place does not count them" },
    expected: {
      ...quantityRef,
      description: "Beside each, instead of number: how many are to be expected; with --chance on a Poisson count",
    },
    times: { ...quantityRef, description: "Beside each: what every amount is multiplied by, such as kr/day" },
    oneByOne: {
      type: "integer",
      minimum: 0,
      maximum: 200,
      default: 20,
      description: "Beside each: how many are drawn one by one; those beyond are added up by their moments",
    },
    unitCost: { type: "string", description: "A unit cost of the library, converted to the scenario's price year" },
    spread: { ...numberWithUnit, description: "How far a unit cost may lie from its amount, such as 20 %" },
  };
  for (const [key, description] of Object.entries(knowledge)) properties[key] = { ...numberWithUnit, description };
  properties.value = { ...quantityRef, description: knowledge.value };
  for (const [family, { parameters }] of Object.entries(distributions)) {
    for (const [name, { means, holds }] of Object.entries(parameters) as [string, ParameterMeaning][]) {
      if (name === "levels" || (name === "values" && "levels" in parameters)) continue; // written as quantiles
      const description = `${means.en} (${family})`;
      if (holds === undefined) properties[name] ??= { ...numberWithUnit, description };
      else properties[name] ??= { type: "array", items: holds === "list" ? numberWithUnit : quantityRef, description };
    }
  }
  return {
    description:
      "A number with its unit, the name of a quantity, a formula (= a * b), a list by programme year, a distribution, or one per segment",
    anyOf: [
      { type: "number" },
      { type: "string" },
      { type: "array", items: quantityRef, minItems: 1 },
      { type: "object", properties, additionalProperties: quantityRef, minProperties: 1 },
    ],
  };
}

/** The JSON Schema (draft 7) of a scenario file, for editors. It follows from the schema that checks the files. */
export function jsonSchema(): Json {
  const { $schema, definitions, ...rest } = schemaOf(scenario);
  return {
    $schema,
    title: "Utfall scenario",
    description: "A social investment as Utfall reads it: format utfall-scenario/1",
    ...rest,
    definitions: { ...(definitions as Json | undefined), text, referenceClass, quantity: quantity() },
  };
}

/** The same of a follow-up file. */
export function observedSchema(): Json {
  const { $schema, definitions, ...rest } = schemaOf(observedFile);
  return {
    $schema,
    title: "Utfall follow-up",
    description: `What has been seen of a programme: format ${observedFormat}`,
    ...rest,
    definitions: { ...(definitions as Json | undefined), text },
  };
}

function schemaOf(schema: z.ZodType): Json {
  return z.toJSONSchema(schema, {
    target: "draft-7",
    io: "input",
    unrepresentable: "any",
    override: ({ jsonSchema: own }) => {
      const json = own as Json;
      const kind = json.kind;
      if (typeof kind !== "string") return;
      delete json.kind;
      const full = { ...json };
      const kept = { default: json.default };
      for (const key of Object.keys(json)) delete json[key];
      const made = kinds[kind](full);
      Object.assign(json, made, kept.default === undefined ? {} : kept);
    },
  }) as Json;
}
