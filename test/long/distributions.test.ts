import { distributions, type Family } from "../../engine/distributions/index.ts";
import { familyLaws } from "../distributions/familyLaws.ts";

/* Hundreds of random members of every family, whole and cut. */

for (const family of Object.keys(distributions) as Family[]) familyLaws(family, 200, 1917);
