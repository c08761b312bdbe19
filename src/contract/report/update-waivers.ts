import { missingReason, type Waiver } from "../run/waivers.ts";
import { bySeverity, type Report } from "./report.ts";

/**
 * The waivers that a run needs to pass: those of the run that are not stale, and one for each error, whose reason is `TODO`. A
 * run refuses them until each has a reason.
 *
 * @param waivers Those of the run.
 */
export function updateWaivers(report: Report, waivers: readonly Waiver[] = []): Waiver[] {
  const stale = new Set(report.staleWaivers.map(({ id }) => id));
  const kept = waivers.filter(({ violation }) => !stale.has(violation));
  const added = bySeverity(report).errors.map(({ id }) => ({ violation: id, reason: missingReason }));
  return [...kept, ...added];
}

/** Renders waivers as YAML. */
export function renderWaivers(waivers: readonly Waiver[]): string {
  // A text in JSON is one in YAML.
  const entries = waivers.map(
    ({ violation, reason }) => `- violation: ${JSON.stringify(violation)}\n  reason: ${JSON.stringify(reason)}\n`,
  );
  return entries.length === 0 ? "[]\n" : entries.join("");
}
