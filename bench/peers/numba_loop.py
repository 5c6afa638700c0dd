"""R1 as one loop over draws, compiled by numba; inverse distribution functions from cubic tables over the normal score."""

import numba
import numpy as np
import scipy

import r1

CELLS, REACH = 1_024, 8.0
WIDTH = 2 * REACH / CELLS
ROOT_REACH, ROOT_COST = (1 - r1.REACH_AND_DROPOUT**2) ** 0.5, (1 - r1.COST_A_AND_COST_B**2) ** 0.5
MIX_REACH, MIX_COST = r1.REACH_AND_DROPOUT, r1.COST_A_AND_COST_B
FACTOR = r1.FACTOR
MEANLOG, SDLOG = float(r1.MEANLOG), float(r1.SDLOG)


def cubic_cells(inverse):
    """Coefficients of the cubic through four even points of each cell, by the place in the cell from 0 to 1."""
    places = np.arange(4) / 3
    starts = -REACH + WIDTH * np.arange(CELLS)
    values = inverse(starts[:, None] + WIDTH * places)
    return np.linalg.solve(np.vander(places, increasing=True), values.T).T.copy()


@numba.njit(inline="always")
def at(cells, score):
    place = (score + REACH) / WIDTH
    cell = min(max(int(place), 0), CELLS - 1)
    rest = place - cell
    return cells[cell, 0] + rest * (cells[cell, 1] + rest * (cells[cell, 2] + rest * cells[cell, 3]))


@numba.njit
def fill(outputs, first, last, seed, reach_cells, dropout_cells, a_cells, b_cells):
    np.random.seed(seed)
    normal = np.random.standard_normal
    for i in range(first, last):
        score = normal()
        reach = at(reach_cells, score)
        dropout = at(dropout_cells, MIX_REACH * score + ROOT_REACH * normal())
        score = normal()
        cost_a = at(a_cells, score)
        cost_b = at(b_cells, MIX_COST * score + ROOT_COST * normal())
        effect = 0.18 + 0.07 * normal()
        while effect < -0.2 or effect > 0.8:
            effect = 0.18 + 0.07 * normal()
        participants = (220 + 200 * np.random.beta(2.6, 3.4)) * reach * (1 - dropout)
        cases = participants * np.random.beta(20.0, 30.0) * effect * np.random.uniform(0.7, 1.0)
        fixed = np.random.triangular(900_000.0, 1_000_000.0, 1_300_000.0)
        cost = fixed + participants * np.random.lognormal(MEANLOG, SDLOG)
        persistence = np.random.beta(16.0, 4.0)
        growth = FACTOR * (1 + 0.02 + 0.005 * normal())
        benefit = cases * (cost_a + cost_b)
        active, power, years, factor, net, payback = 0.0, 1.0, 0.0, 1.0, -cost, 10.0
        for year in range(1, 10):
            power *= growth
            active *= persistence
            if year <= 3:
                active += 1.0
            years += active * power
            net += benefit * active * power
            if year < 3:
                factor *= FACTOR
                net -= factor * cost
            if net >= 0.0 and payback == 10.0:
                payback = year
        pv_cost = cost * (1 + FACTOR + FACTOR * FACTOR)
        outputs[0, i] = benefit * years
        outputs[1, i] = pv_cost
        outputs[2, i] = benefit * years - pv_cost
        outputs[3, i] = benefit * years / pv_cost
        outputs[4, i] = cases * cost_a * years
        outputs[5, i] = payback
        outputs[6, i] = participants


@numba.njit(parallel=True)
def fill_together(outputs, parts, seed, reach_cells, dropout_cells, a_cells, b_cells):
    draws = outputs.shape[1]
    for k in numba.prange(parts):
        from_, to = draws * k // parts, draws * (k + 1) // parts
        fill(outputs, from_, to, seed * parts + k, reach_cells, dropout_cells, a_cells, b_cells)


def main():
    asked = r1.arguments()
    numba.set_num_threads(asked.threads)
    cells = [cubic_cells(r1.FROM_SCORE[name]) for name in ("reach", "dropout", "costA", "costB")]
    outputs = np.empty((7, asked.draws))

    def run(seed):
        if asked.threads == 1:
            fill(outputs, 0, asked.draws, seed, *cells)
        else:
            fill_together(outputs, asked.threads, seed, *cells)
        return r1.summaries(outputs)

    versions = {"numba": numba.__version__, "NumPy": np.__version__, "SciPy": scipy.__version__}
    r1.report("numba, one loop with inverse tables", versions, asked, *r1.measure(asked, run))


if __name__ == "__main__":
    main()
