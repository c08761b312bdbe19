import { pointTo, readablePath, valueAt } from "../../openapi/pointer.ts";
import type { ViolationDetails } from "../violation.ts";
import type { Check } from "./check.ts";
import { successes } from "./successes.ts";

/** What `x-contract` calls unique differs from answer to answer. */
export const unique: Check = {
  name: "unique",
  headline: "a value that is unique comes twice",
  rank: 9,
  runAcross({ operation, pointer, parallel }, exchanges) {
    const answers = successes(exchanges);
    const { xContract } = operation;
    const violations = xContract.unique.flatMap((place): ViolationDetails[] => {
      const repeated = firstRepeated(answers.map(({ json }) => valueAt(json, place)));
      return repeated === undefined
        ? []
        : [
            violation(
              `${readablePath(place)} that differs in every answer`,
              repeated,
              place,
              pointTo(xContract.pointer, "unique"),
            ),
          ];
    });
    if (xContract.unique.includes("/id") || !parallel) return violations;
    // An id that differs in nearly every answer is meant to; one that never does is a mock's.
    const ids = answers
      .map(({ json }) => valueAt(json, "/id"))
      .filter((id) => typeof id === "string" || typeof id === "number");
    const repeated = firstRepeated(ids);
    if (repeated !== undefined && new Set(ids).size >= ids.length * 0.6) {
      violations.push(
        violation("an id of its own for each of the parallel calls, as most of them actual", repeated, "/id", pointer),
      );
    }
    return violations;
  },
};

function violation(expected: string, actual: unknown, place: string, pointer: string): ViolationDetails {
  return {
    severity: "error",
    expected,
    actual: `${JSON.stringify(actual)} twice`,
    pointer,
    fingerprint: place,
  };
}

function firstRepeated(values: unknown[]): unknown {
  const seen = new Set<string>();
  return values.find((value) => {
    const text = JSON.stringify(value);
    if (text === undefined) return false;
    const isRepeated = seen.has(text);
    seen.add(text);
    return isRepeated;
  });
}
