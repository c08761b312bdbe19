/** Whether two values are equal as JSON: the order of properties is irrelevant, and -0 is 0. */
export function isSameJson(a: unknown, b: unknown): boolean {
  if (typeof a !== "object" || typeof b !== "object" || a === null || b === null) return a === b;
  if (Array.isArray(a) !== Array.isArray(b)) return false;
  const [own, other] = [new Map(Object.entries(a)), new Map(Object.entries(b))];
  return (
    own.size === other.size && [...own].every(([key, value]) => other.has(key) && isSameJson(value, other.get(key)))
  );
}
