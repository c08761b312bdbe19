import type { TestCase } from "../test-case.ts";
import { accept } from "./accept.ts";
import { additionalProperties } from "./additional-properties.ts";
import { bodySyntax } from "./body-syntax.ts";
import { boundaries } from "./boundaries.ts";
import { concurrency } from "./concurrency.ts";
import { constraints } from "./constraints.ts";
import type { CaseContext } from "./context.ts";
import { credentials } from "./credentials.ts";
import { examples } from "./examples.ts";
import { headers } from "./headers.ts";
import { mediaType } from "./media-type.ts";
import { methods } from "./methods.ts";
import { pairs } from "./pairs.ts";
import { parameters } from "./parameters.ts";
import { paths } from "./paths.ts";
import { repeat } from "./repeat.ts";
import { required } from "./required.ts";
import { type } from "./type.ts";

/** A family of cases: everything of one kind that an operation may be asked. */
export type Family = (context: CaseContext) => Iterable<TestCase>;

/** The families by name, in the order in which they run. A new one is a file and a line. */
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
  credentials,
  accept,
  headers,
  methods,
  paths,
  parameters,
  repeat,
  concurrency,
};
