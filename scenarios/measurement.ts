import type { ScenarioContent } from "./schema/index.ts";

type Outcome = ScenarioContent["outcomes"][string];

/** What a follow-up would see of an outcome: figures of those that say how they are measured. */
const observedFigures = ["observed", "observedGross", "observedRate"] as const;
export type ObservedFigure = (typeof observedFigures)[number];
export const isObserved = (figure: string): figure is ObservedFigure => observedFigures.some((own) => own === figure);

export const measurementPlace = (outcome: string): string => `outcomes.${outcome}.measurement`;

/** Is it the place of a number of a follow-up? */
export const isMeasurement = (place: string): boolean => /^outcomes\.[^.]+\.measurement\./.test(place);

/** True where a measurement says by how many people it is made, and not what error it has in all. */
export const isByDesign = ({ measurement }: Outcome): boolean =>
  measurement !== undefined && measurement.sd === undefined;
