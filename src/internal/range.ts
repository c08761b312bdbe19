/**
 * Whether a version is in an npm range, as far as ranges are used here: `^` and `~` with a full version from 1.0.0 on,
 * combined with `||`. A prerelease counts as its release.
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
