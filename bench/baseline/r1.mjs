// Frozen: reference model R1 as one would write it in plain JavaScript in an afternoon. Benchmarks measure the engine against
// it in the same process, so it must never change. It leaves out the two correlations, which plain variates can't have: an
// advantage for the baseline.
import seedrandom from "seedrandom";

/** @returns mean, sd and five percentiles of each output, and three probabilities, of R1 without correlations */
export function baselineR1(draws, seed) {
  const uniform = seedrandom.alea(seed);
  const normal = () => {
    const radius = Math.sqrt(-2 * Math.log(1 - uniform()));
    return radius * Math.cos(2 * Math.PI * uniform());
  };
  const gamma = (shape) => {
    const d = shape - 1 / 3;
    const c = 1 / Math.sqrt(9 * d);
    for (;;) {
      const x = normal();
      const v = (1 + c * x) ** 3;
      if (v > 0 && Math.log(1 - uniform()) < 0.5 * x * x + d - d * v + d * Math.log(v)) return d * v;
    }
  };
  const beta = (a, b) => {
    const x = gamma(a);
    return x / (x + gamma(b));
  };
  const triangular = (low, best, high) => {
    const u = uniform();
    const split = (best - low) / (high - low);
    return u < split
      ? low + Math.sqrt(u * (high - low) * (best - low))
      : high - Math.sqrt((1 - u) * (high - low) * (high - best));
  };
  const truncatedEffect = () => {
    for (;;) {
      const x = 0.18 + 0.07 * normal();
      if (x >= -0.2 && x <= 0.8) return x;
    }
  };
  const sdlog = Math.sqrt(Math.log(1 + (1500 / 8000) ** 2));
  const meanlog = Math.log(8000) - sdlog ** 2 / 2;
  const shapeA = (42000 / 9000) ** 2;
  const shapeB = (15000 / 6000) ** 2;
  const names = ["pvBenefit", "pvCost", "net", "returnPerKrona", "pvBenefitMuni", "paybackYear"];
  const columns = names.map(() => new Float64Array(draws));
  let gain = 0;
  let fair = 0;
  let reachAndGain = 0;
  for (let i = 0; i < draws; i++) {
    const targetGroup = 220 + 200 * beta(2.6, 3.4);
    const reach = beta(32, 8);
    const dropout = beta(6, 24);
    const baselineRisk = beta(20, 30);
    const effect = truncatedEffect();
    const fixedCost = triangular(900000, 1000000, 1300000);
    const costPerParticipant = Math.exp(meanlog + sdlog * normal());
    const unitCostA = gamma(shapeA) * (42000 / shapeA);
    const unitCostB = gamma(shapeB) * (15000 / shapeB);
    const persistence = beta(16, 4);
    const scaleUp = 0.7 + 0.3 * uniform();
    const drift = 0.02 + 0.005 * normal();
    const participants = targetGroup * reach * (1 - dropout);
    const cases = participants * baselineRisk * effect * scaleUp;
    let pvBenefit = 0;
    let pvMuni = 0;
    let pvCost = 0;
    let payback = 10;
    for (let t = 0; t < 10; t++) {
      const discount = 1.035 ** -t;
      let active = 0;
      for (let c = 0; c < 3 && c < t; c++) active += cases * persistence ** (t - c - 1);
      const price = (1 + drift) ** t;
      pvMuni += active * unitCostA * price * discount;
      pvBenefit += active * (unitCostA + unitCostB) * price * discount;
      if (t < 3) pvCost += (fixedCost + participants * costPerParticipant) * discount;
      if (payback === 10 && pvBenefit - pvCost >= 0) payback = t;
    }
    const net = pvBenefit - pvCost;
    const row = [pvBenefit, pvCost, net, pvBenefit / pvCost, pvMuni, payback];
    for (let k = 0; k < row.length; k++) columns[k][i] = row[k];
    if (net > 0) gain++;
    if (pvBenefit / pvCost >= 1.5) fair++;
    if (participants >= 150 && net > 0) reachAndGain++;
  }
  const summary = {};
  names.forEach((name, k) => {
    const column = columns[k];
    const mean = column.reduce((sum, x) => sum + x, 0) / draws;
    const sd = Math.sqrt(column.reduce((sum, x) => sum + (x - mean) ** 2, 0) / (draws - 1));
    column.sort();
    const percentiles = [0.05, 0.25, 0.5, 0.75, 0.95].map((p) => column[Math.floor(p * (draws - 1))]);
    summary[name] = { mean, sd, percentiles };
  });
  return { ...summary, probabilities: [gain / draws, fair / draws, reachAndGain / draws] };
}
