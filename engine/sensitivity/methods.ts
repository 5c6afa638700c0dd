import type { Analysis } from "./analysis.ts";
import { cart, mostCartDraws } from "./cart.ts";
import { conditionalMeans } from "./conditionalMeans.ts";
import { correlations } from "./correlations.ts";
import { delta, mostDeltaDraws } from "./delta.ts";
import { dependenceStress } from "./dependenceStress.ts";
import { firstOrder } from "./firstOrder.ts";
import { gap } from "./gap.ts";
import { hdmr, mostHdmrDraws } from "./hdmr.ts";
import { hsic, mostHsicDraws } from "./hsic.ts";
import { oneWay } from "./oneWay.ts";
import { mostPawnDraws, pawn } from "./pawn.ts";
import { mostPrimDraws, prim } from "./prim.ts";
import { mostRbdFastDraws, rbdFast } from "./rbdFast.ts";
import { mostRegionalDraws, regional } from "./regional.ts";
import { regression } from "./regression.ts";
import type { Sample } from "./sample.ts";
import { mostShapleyDraws, shapley } from "./shapley.ts";
import { sobol } from "./sobol.ts";
import type { Study } from "./study.ts";
import { switchingPairs } from "./switchingPairs.ts";
import { switchingValue } from "./switchingValue.ts";
import { mostTargetDraws, target } from "./target.ts";
import { twoWay } from "./twoWay.ts";

/** A method, with what it needs: draws that are there already, or runs of the model by a plan of its own. */
export type Method =
  | {
      readonly needs: "draws";
      /** How many draws it reads at most. */
      readonly mostDraws: number;
      /** One entry per output of the sample, in their order. */
      readonly analyse: (sample: Sample) => readonly Analysis[];
    }
  | {
      readonly needs: "model";
      /** One entry per output of the study, in their order; undefined where the signal ended it. */
      readonly analyse: (study: Study) => Promise<readonly Analysis[] | undefined>;
    };

/** Draws that the cheap methods read at most: more would cost more than the run itself. */
const mostGivenDraws = 131_072;

/** All methods, in the order in which they are told. */
export const methods = {
  oneWay: { needs: "model", analyse: (study) => oneWay(study) },
  correlations: { needs: "draws", mostDraws: mostGivenDraws, analyse: correlations },
  regression: { needs: "draws", mostDraws: mostGivenDraws, analyse: regression },
  target: { needs: "draws", mostDraws: mostTargetDraws, analyse: target },
  switchingValue: { needs: "model", analyse: (study) => switchingValue(study) },
  firstOrder: { needs: "draws", mostDraws: mostGivenDraws, analyse: firstOrder },
  conditionalMeans: { needs: "draws", mostDraws: mostGivenDraws, analyse: conditionalMeans },
  twoWay: { needs: "model", analyse: (study) => twoWay(study) },
  switchingPairs: { needs: "model", analyse: (study) => switchingPairs(study) },
  shapley: { needs: "draws", mostDraws: mostShapleyDraws, analyse: shapley },
  delta: { needs: "draws", mostDraws: mostDeltaDraws, analyse: delta },
  pawn: { needs: "draws", mostDraws: mostPawnDraws, analyse: pawn },
  dependence: { needs: "model", analyse: (study) => dependenceStress(study) },
  regional: { needs: "draws", mostDraws: mostRegionalDraws, analyse: (sample) => regional(sample) },
  cart: { needs: "draws", mostDraws: mostCartDraws, analyse: (sample) => cart(sample) },
  gap: { needs: "model", analyse: gap },
  prim: { needs: "draws", mostDraws: mostPrimDraws, analyse: (sample) => prim(sample) },
  rbdFast: { needs: "draws", mostDraws: mostRbdFastDraws, analyse: rbdFast },
  hsic: { needs: "draws", mostDraws: mostHsicDraws, analyse: hsic },
  sobol: { needs: "model", analyse: (study) => sobol(study) },
  sobolPairs: { needs: "model", analyse: (study) => sobol(study, { pairs: true }) },
  hdmr: { needs: "draws", mostDraws: mostHdmrDraws, analyse: hdmr },
} satisfies Readonly<Record<string, Method>>;
