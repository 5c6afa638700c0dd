/** What `utfall run` takes where nothing is said. */
export const standards = {
  draws: 65_536,
  seed: "1",
  design: "sobol",
  chance: "off",
  mostDraws: 16_777_216,
  memoryMiB: 2048,
} as const;
