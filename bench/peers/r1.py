"""Reference model R1 in NumPy: what the Python programs beside it share."""

import argparse
import json
import resource
import statistics
import sys
import time

import numpy as np
from scipy import special

YEARS = range(10)
PROGRAMME_YEARS = 3
FACTOR = 1 / 1.035
LEVELS = (5, 25, 50, 75, 95)
# Of E[net], sd of net, P(net > 0): test/reference/r1.json.
MEAN_NET, SD_NET, CHANCE_GAIN = 704_897.10, 4_994_576.81, 0.4820979

REACH_AND_DROPOUT, COST_A_AND_COST_B = -0.3, 0.4
SDLOG = np.sqrt(np.log1p((1500 / 8000) ** 2))
MEANLOG = np.log(8000) - SDLOG**2 / 2
EFFECT_MEAN, EFFECT_SD, EFFECT_LOW, EFFECT_HIGH = 0.18, 0.07, -0.2, 0.8


def gamma_of(mean, sd):
    """Shape and scale."""
    return (mean / sd) ** 2, sd**2 / mean


SHAPE_A, SCALE_A = gamma_of(42_000, 9_000)
SHAPE_B, SCALE_B = gamma_of(15_000, 6_000)

# What a normal score becomes, by the inverse distribution function.
FROM_SCORE = {
    "reach": lambda z: special.betaincinv(32, 8, special.ndtr(z)),
    "dropout": lambda z: special.betaincinv(6, 24, special.ndtr(z)),
    "costA": lambda z: SCALE_A * special.gammaincinv(SHAPE_A, special.ndtr(z)),
    "costB": lambda z: SCALE_B * special.gammaincinv(SHAPE_B, special.ndtr(z)),
}


def correlated_scores(random, count, correlation):
    first = random.standard_normal(count)
    return first, correlation * first + np.sqrt(1 - correlation**2) * random.standard_normal(count)


def truncated_effect(random, count):
    low, high = special.ndtr([(EFFECT_LOW - EFFECT_MEAN) / EFFECT_SD, (EFFECT_HIGH - EFFECT_MEAN) / EFFECT_SD])
    return EFFECT_MEAN + EFFECT_SD * special.ndtri(random.uniform(low, high, count))


def draw(random, count, from_score=FROM_SCORE):
    """The twelve inputs in R1's order: those that are correlated from their scores, the rest by NumPy's own samplers."""
    reach, dropout = correlated_scores(random, count, REACH_AND_DROPOUT)
    cost_a, cost_b = correlated_scores(random, count, COST_A_AND_COST_B)
    return (
        220 + 200 * random.beta(2.6, 3.4, count),
        from_score["reach"](reach),
        from_score["dropout"](dropout),
        random.beta(20, 30, count),
        truncated_effect(random, count),
        random.triangular(900_000, 1_000_000, 1_300_000, count),
        random.lognormal(MEANLOG, SDLOG, count),
        from_score["costA"](cost_a),
        from_score["costB"](cost_b),
        random.beta(16, 4, count),
        random.uniform(0.7, 1.0, count),
        random.normal(0.02, 0.005, count),
    )


def model(group, reach, dropout, risk, effect, fixed, per_person, cost_a, cost_b, persistence, scale_up, drift):
    """Rows: pvBenefit, pvCost, net, returnPerKrona, pvBenefitMuni, paybackYear, participants."""
    participants = group * reach * (1 - dropout)
    cases = participants * risk * effect * scale_up
    cost = fixed + participants * per_person
    benefit = cases * (cost_a + cost_b)
    growth = FACTOR * (1 + drift)
    active = np.zeros_like(cost)  # cohorts at work in a year, each with the share of its effect that is left
    power = np.ones_like(cost)
    years_of_benefit = np.zeros_like(cost)
    net = np.zeros_like(cost)
    payback = np.full_like(cost, len(YEARS))
    for year in YEARS:
        if year > 0:
            power *= growth
            active *= persistence
            active += year <= PROGRAMME_YEARS
            this_year = active * power
            years_of_benefit += this_year
            net += benefit * this_year
        if year < PROGRAMME_YEARS:
            net -= FACTOR**year * cost
        payback[(net >= 0) & (payback > year)] = year
    pv_benefit = benefit * years_of_benefit
    pv_cost = sum(FACTOR**year for year in range(PROGRAMME_YEARS)) * cost
    return (
        pv_benefit,
        pv_cost,
        pv_benefit - pv_cost,
        pv_benefit / pv_cost,
        cases * cost_a * years_of_benefit,
        payback,
        participants,
    )


def figures(values):
    """Mean, sd and exact percentiles of one output."""
    return [values.mean(), values.std(ddof=1), *np.percentile(values, LEVELS)]


def chances(outputs):
    net, per_krona, participants = outputs[2], outputs[3], outputs[6]
    return [(net > 0).mean(), (per_krona >= 1.5).mean(), ((participants >= 150) & (net > 0)).mean()]


def summaries(outputs):
    return [figures(values) for values in outputs[:6]], chances(outputs)


def arguments():
    parser = argparse.ArgumentParser()
    parser.add_argument("--draws", type=int, default=65_536)
    parser.add_argument("--threads", type=int, default=1)
    parser.add_argument("--runs", type=int, default=1, help="timed runs, after one that is not timed")
    parser.add_argument("--cold", action="store_true", help="one run only")
    parser.add_argument("--tables", action="store_true", help="inverse distribution functions from tables")
    return parser.parse_args()


def measure(asked, run):
    """Times run(seed) → (figures, chances). Returns seconds of each run, by the clock and of this process, and the last answer."""
    if not asked.cold:
        run(0)
    seconds = []
    for seed in range(1, 1 + (1 if asked.cold else asked.runs)):
        start = time.perf_counter(), time.process_time()
        answer = run(seed)
        seconds.append((time.perf_counter() - start[0], time.process_time() - start[1]))
    return seconds, answer


def report(program, versions, asked, seconds, answer, alone=True):
    """Prints the one line of JSON. Ends with 1 where the figures are not those of R1.

    alone: whether this process does all the work, so that its processor time tells.
    """
    all_figures, all_chances = answer
    mean, chance = float(all_figures[2][0]), float(all_chances[0])
    used = [resource.getrusage(who).ru_maxrss for who in (resource.RUSAGE_SELF, resource.RUSAGE_CHILDREN)]
    line = {
        "program": program,
        "versions": {"Python": sys.version.split()[0], **versions},
        "draws": asked.draws,
        "threads": asked.threads,
        "seconds": [wall for wall, _ in seconds],
        "cpuSeconds": [cpu for _, cpu in seconds] if alone else None,
        "nsPerDraw": 1e9 * statistics.median(wall for wall, _ in seconds) / asked.draws,
        "meanNet": mean,
        "chanceGain": chance,
        "peakMiB": max(used) / 1024,
    }
    print(json.dumps(line))
    wrong = abs(mean - MEAN_NET) > 5 * SD_NET / asked.draws**0.5
    wrong |= abs(chance - CHANCE_GAIN) > 5 * (CHANCE_GAIN * (1 - CHANCE_GAIN) / asked.draws) ** 0.5
    if wrong:
        sys.exit(f"{program}: E[net] {mean} and P(net > 0) {chance} are not R1's")
