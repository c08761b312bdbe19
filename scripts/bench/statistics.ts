/** The value below which that part of the values lies. */
export function quantile(values: number[], q: number): number {
  const sorted = [...values].sort((a, b) => a - b);
  return sorted[Math.min(sorted.length - 1, Math.floor(q * sorted.length))] ?? Number.NaN;
}

/** The distance between the quartiles. */
export function spread(values: number[]): number {
  return quantile(values, 0.75) - quantile(values, 0.25);
}
