/** Front door of the engine: pure, without files, threads or clock, for Node and browsers alike. */

/* Appraisal: present values, rates of return, cost-effectiveness. */
export {
  type AcceptabilityPoint,
  acceptability,
  type OptionDraws,
  type Replicates,
} from "./decision/acceptability.ts";
export {
  type Annuity,
  annuityFactor,
  capitalRecoveryFactor,
  equivalentAnnualValue,
  futureValueOfAnnuity,
  presentValueOfAnnuity,
  presentValueOfPerpetuity,
} from "./decision/annuity.ts";
export {
  exponentialEquivalent,
  lognormalEquivalent,
  normalEquivalent,
  powerEquivalent,
} from "./decision/certaintyEquivalent.ts";
export { type Dominance, type DominanceVerdict, type Prospect, stochasticDominance } from "./decision/dominance.ts";
export {
  type CourseOfAction,
  costEffectivenessFrontier,
  type Frontier,
  type FrontierStatus,
} from "./decision/frontier.ts";
export { modifiedInternalRate } from "./decision/modifiedInternalRate.ts";
export {
  futureValue,
  paybackTime,
  presentValue,
  presentValueContinuous,
  type Timing,
} from "./decision/presentValue.ts";
export { continuousRate, effectiveRate, ratePerPeriod, realRate } from "./decision/rates.ts";
export { correctSelection, type PromisedValue, rankProbabilities, type Selection } from "./decision/selection.ts";

/* What moves together. */
export { attainableSpearman, type Margin } from "./dependence/attainable.ts";
export {
  type Copula,
  conditionalProbability,
  copulaValue,
  logCopulaDensity,
  tailDependence,
} from "./dependence/copula.ts";
export { contradictingSubset, isPositiveDefinite, type Matrix } from "./dependence/correlationMatrix.ts";
export { imanConover } from "./dependence/imanConover.ts";
export {
  clippedCorrelation,
  nearestCorrelation,
  type RepairedCorrelation,
  shrunkCorrelation,
} from "./dependence/nearestCorrelation.ts";
export {
  kendallOfScores,
  scoreFromKendall,
  scoreFromSpearman,
  spearmanOfScores,
} from "./dependence/rankCorrelation.ts";
export { sampleCorrelations } from "./dependence/sampleCorrelations.ts";
export { scoreFromSpearmanOfT, spearmanOfT } from "./dependence/spearmanOfT.ts";

export { blockSize, checkpoints, type Design, type Plan, roundDraws, type Source } from "./design/plan.ts";

/* Distributions: density, tails, quantiles and moments of a family, and its draws from scores. */
export {
  applyTransform,
  betaFromCounts,
  checkSpec,
  type Described,
  type DistributionSpec,
  describeChecked as describe,
  distributions,
  type Family,
  normalFromInterval,
  pertFromPercentiles,
  transformOf,
} from "./distributions/index.ts";

/* Sums over few people. */
export { type MatchedFamily, type MatchedSum, matchedSum } from "./evidence/compound/matchedSum.ts";
export {
  type Count,
  momentsOfAmount,
  momentsOfSum,
  type SumMoments,
  type ThreeMoments,
} from "./evidence/compound/momentsOfSum.ts";
export { panjerProbabilities, roundedAmounts } from "./evidence/compound/panjer.ts";

/* Effects: how they were compared, and in which measure. */
export {
  type AdjustedEffect,
  adjustForDesign,
  type ComparisonDesign,
  comparisonDesigns,
  type DesignAdjustments,
  unadjusted,
  withAdjustments,
} from "./evidence/designs.ts";
export {
  type Behind,
  chanceOfBetter,
  convertEffect,
  type EffectMeasure,
  effectOf,
  riskWith,
  type UncertainEffect,
} from "./evidence/effectMeasures.ts";

/* Distributions from what people know. */
export { fromMeanAndSd, type MomentFamily } from "./evidence/elicited/fromMeanAndSd.ts";
export {
  fromInterval,
  fromQuantiles,
  type KnownQuantile,
  type QuantileFamily,
  type QuantileFit,
} from "./evidence/elicited/fromQuantiles.ts";
export { type ShareFromCounts, type SharePrior, shareFromCounts } from "./evidence/elicited/shareFromCounts.ts";
export { triangularFromPercentiles } from "./evidence/elicited/triangularFromPercentiles.ts";
export type { PooledOpinion } from "./evidence/experts/opinion.ts";
export { poolAsTable } from "./evidence/experts/poolAsTable.ts";
export { type Expert, poolExperts } from "./evidence/experts/poolExperts.ts";
export { type FitOptions, type Fits, fitData, fittableFamilies } from "./evidence/fit/fitData.ts";
export type { FittableFamily } from "./evidence/fit/fittable.ts";

/* Studies, pooled. */
export type { Heterogeneity } from "./evidence/heterogeneity.ts";
export { type Pooled, type PoolingOptions, poolStudies } from "./evidence/poolStudies.ts";
export { type NewPlace, predictNewPlace } from "./evidence/predictNewPlace.ts";

/* Samples: data and draws from outside. */
export { type Association, association } from "./evidence/sample/association.ts";
export { autocorrelation, type BatchMeans, batchMeans, integratedTime } from "./evidence/sample/batchMeans.ts";
export { describeSample, type SampleSummary } from "./evidence/sample/describeSample.ts";
export { meanInterval, wilsonInterval } from "./evidence/sample/intervals.ts";
export { kernelDensity, silvermanBandwidth } from "./evidence/sample/kernelDensity.ts";
export {
  type KolmogorovDistance,
  kolmogorovDistance,
  kolmogorovPValue,
  twoSampleDistance,
  twoSamplePValue,
} from "./evidence/sample/kolmogorov.ts";
export { type QuantileType, sampleQuantile } from "./evidence/sample/quantileTypes.ts";
export { type WeightedSample, weightedQuantile, weightedSample } from "./evidence/sample/weightedSample.ts";

export { type ReferenceClass, type Shrunk, shrinkTowards, shrinkWithin } from "./evidence/shrink.ts";
export type { Study } from "./evidence/study.ts";
export {
  type Counted,
  type CountedMeasure,
  effectFromCounts,
  type Measured,
  standardisedMeanDifference,
} from "./evidence/studyEffects.ts";

/* Problems in words, models, runs. */
export { findings } from "./findings/index.ts";
export * from "./issues.ts";
export { type Interpreter, interpret } from "./kernel/interpret.ts";
export type * from "./model/graph.ts";
export { internalRates } from "./numeric/internalRates.ts";
export type * from "./result/about.ts";
export type * from "./result/result.ts";
export { percentileLevels } from "./result/result.ts";
export type { Switching, SwitchingRoot, SwitchingSummary } from "./result/switching.ts";
export type * from "./result/update.ts";
export type * from "./run/executor.ts";
export { copying, inline } from "./run/inline.ts";
export type * from "./run/request.ts";
export type { Run, RunControl } from "./run/run.ts";
export type { Checkpoint, Target, TargetFigure } from "./run/target.ts";
export { type PreparedJob, prepareJob, type TaskControl } from "./run/task.ts";
/* What carries a result. */
export {
  type AlternativeDraws,
  type AlternativesRequest,
  compareAlternatives,
} from "./sensitivity/alternatives.ts";
export type * from "./sensitivity/analysis.ts";
export { type CartOptions, cart, type TreeNode } from "./sensitivity/cart.ts";
export { dependenceStress, type StressOptions } from "./sensitivity/dependenceStress.ts";
export { efast, efastIndices, type FastIndices } from "./sensitivity/efast.ts";
export { type GapStep, gap } from "./sensitivity/gap.ts";
export { type HdmrOptions, type HdmrTerm, hdmrTerms } from "./sensitivity/hdmrOf.ts";
export { type OneWayOptions, oneWay } from "./sensitivity/oneWay.ts";
export type { DivideOptions } from "./sensitivity/outcomes.ts";
export { type BoxRestriction, type OutcomeBox, type PrimOptions, prim } from "./sensitivity/prim.ts";
export { type RegionalInput, regional } from "./sensitivity/regional.ts";
export { type Sample, stridedBatches } from "./sensitivity/sample.ts";
export { type BoxSaying, sayBox } from "./sensitivity/sayBox.ts";
export {
  type Sensitivity,
  type SensitivityControl,
  type SensitivityRequest,
  sensitivity,
  sensitivityMethods,
  sensitivityOfDraws,
} from "./sensitivity/sensitivity.ts";
/* What carries a result. */
export { type SobolOptions, sobol } from "./sensitivity/sobol.ts";
export {
  type ArmSums,
  armSums,
  type FirstOrderEstimator,
  firstOrderEstimators,
  owenFirstOrder,
  secondOrder,
  type TotalEstimator,
  totalEstimators,
} from "./sensitivity/sobolEstimators.ts";
export { type SwitchingPair, switchingPairs } from "./sensitivity/switchingPairs.ts";
export { type SwitchingOptions, switchingValue } from "./sensitivity/switchingValue.ts";
export { type Grid, type TwoWayOptions, twoWay } from "./sensitivity/twoWay.ts";

export { simulate } from "./simulate.ts";
/* Revising what was believed by what was observed. */
export { type Posterior, type PosteriorRequest, posterior } from "./updating/posterior.ts";
export { engineVersion } from "./version.ts";
