import type { TestCase } from "../test-case.ts";
import { accept } from "./accept.ts";
import { additionalProperties } from "./additional-properties.ts";
import { bodySyntax } from "./body-syntax.ts";
import { boundaries } from "./boundaries.ts";
import { concurrency } from "./concurrency.ts";
import { constraints } from "./constraints.ts";
import { credentials } from "./credentials.ts";
import { examples } from "./examples.ts";
import { type CaseContext, type Family, toTestCase } from "./family.ts";
import { headers } from "./headers.ts";
import { idempotency } from "./idempotency.ts";
import { lifecycle } from "./lifecycle.ts";
import { mediaType } from "./media-type.ts";
import { methods } from "./methods.ts";
import { otherMediaTypes } from "./other-media-types.ts";
import { pairs } from "./pairs.ts";
import { parameters } from "./parameters.ts";
import { paths } from "./paths.ts";
import { repeat } from "./repeat.ts";
import { required } from "./required.ts";
import { type } from "./type.ts";

/** The families by name, in the order in which they run. Adding one takes a file and a line. */
export const families: Record<string, Family> = {
  examples,
  boundaries,
  pairs,
  required,
  type,
  constraints,
  "additional-properties": additionalProperties,
  "body-syntax": bodySyntax,
  "media-type": mediaType,
  "other-media-types": otherMediaTypes,
  credentials,
  accept,
  headers,
  methods,
  paths,
  parameters,
  repeat,
  concurrency,
  idempotency,
  lifecycle,
};

/** The test cases of a family for an operation, made as they are asked for. A repeated name gets a number, so ids are unique. */
export function* casesOf(family: string, context: CaseContext): Generator<TestCase> {
  const times = new Map<string, number>();
  for (const draft of families[family]?.(context) ?? []) {
    const time = (times.get(draft.name) ?? 0) + 1;
    times.set(draft.name, time);
    const name = time === 1 ? draft.name : `${draft.name} (${time})`;
    yield toTestCase(context.operation, family, { ...draft, name }, context.base);
  }
}
