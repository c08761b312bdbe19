/**
 * Whether a version is in a range of npm, as far as they are used here: `^` and `~` with a whole version from 1.0.0 on, one
 * of several with `||`. A version before its release counts as that release.
 */
export function isInRange(version: string, range: string): boolean {
  return range.split("||").some((part) => isInPart(numbersOf(version), part.trim()));
}

function isInPart([major, minor, patch]: Numbers, part: string): boolean {
  const [fromMajor, fromMinor, fromPatch] = numbersOf(part);
  if (major !== fromMajor) return false;
  if (minor !== fromMinor) return part.startsWith("^") && minor > fromMinor;
  return patch >= fromPatch;
}

type Numbers = [major: number, minor: number, patch: number];

function numbersOf(text: string): Numbers {
  const [major = 0, minor = 0, patch = 0] = (text.match(/\d+/g) ?? []).map(Number);
  return [major, minor, patch];
}
