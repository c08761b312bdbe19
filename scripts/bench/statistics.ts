/** Returns a quantile. */
export function quantile(values: readonly number[], q: number): number {
  const sorted = [...values].sort((a, b) => a - b);
  return sorted[Math.min(sorted.length - 1, Math.floor(q * sorted.length))] ?? Number.NaN;
}

/** Returns the interquartile range. */
export function spread(values: readonly number[]): number {
  return quantile(values, 0.75) - quantile(values, 0.25);
}

/** Formats the median ± half the interquartile range. */
export function median(values: readonly number[], digits = 2, unit = ""): string {
  return `${quantile(values, 0.5).toFixed(digits)} ± ${(spread(values) / 2).toFixed(digits)}${unit}`;
}

/** Returns the exponent of growth over the sizes: the slope of the logarithms, by least squares. */
export function exponent(points: readonly (readonly [size: number, value: number])[]): number {
  const logs = points.map(([size, value]) => [Math.log(size), Math.log(value)] as const);
  const meanX = logs.reduce((sum, [x]) => sum + x, 0) / logs.length;
  const meanY = logs.reduce((sum, [, y]) => sum + y, 0) / logs.length;
  const covariance = logs.reduce((sum, [x, y]) => sum + (x - meanX) * (y - meanY), 0);
  return covariance / logs.reduce((sum, [x]) => sum + (x - meanX) ** 2, 0);
}

/**
 * Measures each contender once per round. Each round starts with another contender and every second round is reversed,
 * because a contender also pays for what the previous one left behind; disturbances then affect all of them.
 */
export async function inTurn<T>(
  rounds: number,
  contenders: readonly T[],
  measure: (contender: T, index: number) => Promise<number>,
): Promise<number[][]> {
  const figures: number[][] = contenders.map(() => []);
  for (let round = 0; round < rounds; round++) {
    for (let turn = 0; turn < contenders.length; turn++) {
      const step = round % 2 === 0 ? turn : contenders.length - turn;
      const index = (round + step) % contenders.length;
      figures[index]?.push(await measure(contenders[index] as T, index));
    }
  }
  return figures;
}
