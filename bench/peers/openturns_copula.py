"""R1 in OpenTURNS: a joint distribution with a normal copula, the model vectorised."""

import numpy as np
import openturns as ot

import r1

# Renamed in OpenTURNS 1.24.
Joint = getattr(ot, "JointDistribution", None) or ot.ComposedDistribution


def inputs():
    marginals = [
        ot.Beta(2.6, 3.4, 220, 420),
        ot.Beta(32, 8, 0, 1),
        ot.Beta(6, 24, 0, 1),
        ot.Beta(20, 30, 0, 1),
        ot.TruncatedNormal(r1.EFFECT_MEAN, r1.EFFECT_SD, r1.EFFECT_LOW, r1.EFFECT_HIGH),
        ot.Triangular(900_000, 1_000_000, 1_300_000),
        ot.LogNormal(r1.MEANLOG, r1.SDLOG),
        ot.Gamma(r1.SHAPE_A, 1 / r1.SCALE_A),
        ot.Gamma(r1.SHAPE_B, 1 / r1.SCALE_B),
        ot.Beta(16, 4, 0, 1),
        ot.Uniform(0.7, 1),
        ot.Normal(0.02, 0.005),
    ]
    correlation = ot.CorrelationMatrix(len(marginals))
    correlation[1, 2] = r1.REACH_AND_DROPOUT
    correlation[7, 8] = r1.COST_A_AND_COST_B
    return Joint(marginals, ot.NormalCopula(correlation))


def main():
    asked = r1.arguments()
    ot.TBB.Disable()
    joint = inputs()
    function = ot.PythonFunction(12, 7, func_sample=lambda x: np.column_stack(r1.model(*np.asarray(x).T)))

    def run(seed):
        ot.RandomGenerator.SetSeed(seed)
        return r1.summaries(np.asarray(function(joint.getSample(asked.draws))).T.copy())

    versions = {"OpenTURNS": ot.__version__, "NumPy": np.__version__}
    r1.report("OpenTURNS, normal copula", versions, asked, *r1.measure(asked, run))


if __name__ == "__main__":
    main()
