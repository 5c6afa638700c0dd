/** A text in both languages; where one is missing the other stands in and the language is listed in `missing`. */
export interface Text {
  readonly en: string;
  readonly sv: string;
  readonly missing?: readonly ("en" | "sv")[];
}

/** Where a number of the scenario comes from. */
export type Evidence = "data" | "research" | "expert" | "assumption";

export interface ActorAbout {
  readonly id: string;
  readonly parts: readonly string[];
  /** Depth in the tree, 0 at the top. */
  readonly depth: number;
}

export interface AssumptionAbout {
  /** Place in the scenario: `funnel.reached.over60`, or the name of a named quantity. */
  readonly place: string;
  /** Path of its draws, where it is uncertain. */
  readonly input?: string;
  /** Where it stands in words: "Cost: Attendance team, salary". */
  readonly title: Text;
  /** As written in the file, in plain words and with unit: "between 37 000 and 39 000, most likely 38 000 kr/month". */
  readonly written: Text;
  readonly unit: string;
  /** Row of the logic model. */
  readonly row: "resources" | "reach" | "shortTerm" | "longTerm" | "economy" | "other";
  readonly source?: string;
  readonly evidence?: Evidence;
  readonly assumption?: Text;
  readonly note?: Text;
  readonly uncertain: boolean;
}

export interface CriterionAbout {
  readonly id: string;
  /** The test as written: "improvementNet.notFinishing >= 33 %". */
  readonly test: string;
  readonly source?: string;
  /** The criterion's twin on the net improvement, where it is stated gross (an id among the result's criteria). */
  readonly netTwin?: string;
  /** True for a twin that the engine added. */
  readonly added?: boolean;
}

/** A rule by which the programme is stopped. */
export interface StopRuleAbout {
  readonly id: string;
  /** What makes it fire, as written: "observed.absence < 3 %". */
  readonly test: string;
  /** How it ends the programme, or changes it. */
  readonly how: "stop" | "windDown" | "intensify" | "adjust" | "supplement";
  /** From the look until it takes effect, in whole months, where that is certain and so. */
  readonly noticeMonths?: number;
  /** Who decides. */
  readonly decides?: Text;
}

/** What an option does otherwise than the file as it stands. */
export interface OptionAbout {
  readonly id: string;
  readonly note?: Text;
  /** What is stated otherwise: where it stands, what it was and what it becomes. */
  readonly changes: readonly { readonly place: string; readonly title: Text; readonly from: Text; readonly to: Text }[];
  /** Titles of the components that are left out. */
  readonly without: readonly Text[];
}

/** What a file says in words of one of its risks. */
export interface RiskAbout {
  readonly id: string;
  /** Low, medium or high, where it is said so. */
  readonly likelihood?: Text;
  readonly mitigatedLikelihood?: Text;
  /** Present where the words mean what we say they do, and the file nothing else. */
  readonly ownScale?: true;
  readonly when: Text;
  /** 1 is the most urgent. */
  readonly priority?: number;
  readonly action?: Text;
  /** The role that is responsible. */
  readonly responsible?: Text;
  readonly note?: Text;
  readonly mitigationChosen?: true;
  /** Present where it is harm to the individual. */
  readonly harm?: true;
}

/** How money moves between actors, by their ids. */
export interface FinancingAbout {
  /** What the file says in words about it. */
  readonly notes: readonly Text[];
  /** Whom is repaid and who repays. */
  readonly repayment?: { readonly to: string; readonly from: readonly string[] };
  /** Whether a joint loss is shared, or a joint gain as well. */
  readonly shared?: "loss" | "result";
  /** The actor whose balance is told from year to year. */
  readonly fund?: string;
  readonly contracts: readonly ContractAbout[];
}

/** The parties of an outcome contract, and how many tiers it pays by. */
export interface ContractAbout {
  readonly id: string;
  readonly financier: string;
  readonly payers: readonly string[];
  readonly provider?: string;
  readonly tiers: number;
}

/** What a scenario says in words, for reports: made from the checked content, never stored. */
export interface About {
  readonly id: string;
  readonly version: string;
  readonly language: "en" | "sv";
  readonly title: Text;
  readonly summary?: Text;
  readonly status?: Text;
  readonly decision?: {
    readonly question?: Text;
    readonly without?: Text;
    readonly body?: Text;
    readonly owner?: Text;
  };
  readonly currency: string;
  readonly priceYear: number;
  /** First month, `2026-08`, where stated. */
  readonly start?: string;
  readonly programmeYears: number;
  readonly horizonYears: number;
  /** Where the rate differs over the years, see `discountRates`. */
  readonly discountRatePerYear: number;
  /** The rates of a schedule, in words. */
  readonly discountRates?: Text;
  /** The perspective or actor whose result stands first. */
  readonly leading: string;
  /** Titles of everything that has an id: actors, perspectives, segments, outcomes, consequences, costs, criteria. */
  readonly titles: Readonly<Record<string, Text>>;
  readonly actors: readonly ActorAbout[];
  /** Perspective → leaf actors. */
  readonly perspectives: Readonly<Record<string, readonly string[]>>;
  /** Present where the scenario asks for its budget: its calendar years, its leaf actors, who they are together, and inflation. */
  readonly budget?: {
    readonly years: { readonly first: number; readonly last: number; readonly monthsBefore: number };
    readonly leaves: readonly string[];
    readonly whole?: string;
    /** Of each year after the price year, the last one for all years after it; empty where it is uncertain. */
    readonly inflation: readonly number[];
  };
  /** Present where a scenario weighs what people gain by their income: these actors. */
  readonly weighted?: readonly string[];
  /** Present where the cost of taxation has a row of its own: on whose net spending, and the perspectives that count it. */
  readonly taxation?: { readonly of: readonly string[]; readonly to: readonly string[] };
  readonly outcomes: readonly {
    readonly id: string;
    readonly better: "lower" | "higher";
    readonly unit: string;
    /** Present where cases are not avoided but come later. */
    readonly postponed?: true;
    /** Present where something is taken off the stated effect. */
    readonly deducted?: true;
    readonly indicator?: Text;
  }[];
  /** The risks in their order. */
  readonly risks?: readonly RiskAbout[];
  /** What each cost is for: a word of the format, `staff`. */
  readonly costs?: readonly { readonly id: string; readonly category: string }[];
  /** How money moves between actors, where the scenario says so. */
  readonly financing?: FinancingAbout;
  /** What the file says in words about ordinary operation. */
  readonly implementation?: {
    readonly frame?: "inside" | "extended";
    readonly titles: readonly Text[];
    /** Where it is said how well the programme works there: when it begins and is full, and how long it is counted. */
    readonly scale?: {
      readonly first: number;
      readonly full: number;
      /** At full scale. */
      readonly years: number;
      /** From full scale on. */
      readonly horizonYears: number;
    };
  };
  /** Other programmes, by the outcome that they are held against. */
  readonly comparators?: readonly { readonly id: string; readonly outcome: string }[];
  /** Rules by which the programme is stopped, in the order of the file. */
  readonly stopRules?: readonly StopRuleAbout[];
  readonly criteria: readonly CriterionAbout[];
  /** Ids that the joint criterion `success` asks for. */
  readonly success: readonly string[];
  /** How many of them must be met, where that is not all. */
  readonly successNeeds?: number;
  readonly sources: readonly { readonly id: string; readonly title: Text }[];
  readonly assumptions: readonly AssumptionAbout[];
  /** The options that stand beside the file, in their order; absent where there are none. */
  readonly options?: readonly OptionAbout[];
  /** The option that this is about; absent where it is the file as it stands. */
  readonly option?: string;
  readonly notCounted: readonly Text[];
  /** Warnings of the checker that the scenario accepts: what was found, and why it is accepted. */
  readonly accepted?: readonly { readonly code: string; readonly found: Text; readonly reason: Text }[];
  readonly reproduces: readonly {
    readonly figure: string;
    readonly value: number;
    readonly within: number;
    readonly unit: string;
    readonly source?: string;
  }[];
}
