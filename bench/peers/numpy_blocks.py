"""R1 in NumPy and SciPy, in blocks whose columns stay in the cache; one process or several.

The correlated inputs go through exact inverse distribution functions, or with --tables through tables that np.interp reads.
"""

import ctypes
import multiprocessing

import numpy as np
import scipy

import r1

BLOCK = 16_384
OUTPUTS = 7


def tabulated():
    scores = np.linspace(-8, 8, 16_001)
    tables = {name: inverse(scores) for name, inverse in r1.FROM_SCORE.items()}
    return {name: lambda z, values=values: np.interp(z, scores, values) for name, values in tables.items()}


def fill(outputs, first, last, random, from_score):
    for start in range(first, last, BLOCK):
        stop = min(last, start + BLOCK)
        for row, values in zip(outputs, r1.model(*r1.draw(random, stop - start, from_score))):
            row[start:stop] = values


class Shared:
    """Columns that several processes write and read; made before they are started, and theirs by inheritance."""

    def __init__(self, draws, from_score):
        memory = multiprocessing.RawArray(ctypes.c_double, OUTPUTS * draws)
        self.outputs = np.frombuffer(memory).reshape(OUTPUTS, draws)
        self.from_score = from_score


shared = None


def fill_part(part):
    first, last, seed = part
    fill(shared.outputs, first, last, np.random.default_rng(seed), shared.from_score)


def figures_of(row):
    return r1.figures(shared.outputs[row])


def main():
    global shared
    asked = r1.arguments()
    # Made anew in each cold run, else once: as one would who runs many.
    from_score = tabulated() if asked.tables else r1.FROM_SCORE
    name = "NumPy with inverse tables" if asked.tables else "NumPy in blocks"
    versions = {"NumPy": np.__version__, "SciPy": scipy.__version__}
    if asked.threads == 1:
        outputs = np.empty((OUTPUTS, asked.draws))

        def run(seed):
            fill(outputs, 0, asked.draws, np.random.default_rng(seed), from_score)
            return r1.summaries(outputs)

        r1.report(name, versions, asked, *r1.measure(asked, run))
        return
    shared = Shared(asked.draws, from_score)
    cuts = [asked.draws * k // asked.threads for k in range(asked.threads + 1)]
    with multiprocessing.get_context("fork").Pool(asked.threads) as pool:

        def run_together(seed):
            seeds = np.random.SeedSequence(seed).spawn(asked.threads)
            pool.map(fill_part, list(zip(cuts, cuts[1:], seeds)), chunksize=1)
            return pool.map(figures_of, range(6), chunksize=1), r1.chances(shared.outputs)

        measured = r1.measure(asked, run_together)
        pool.close()
        pool.join()
    r1.report(name, versions, asked, *measured, alone=False)


if __name__ == "__main__":
    main()
