import type { Case } from "../case.ts";
import type { CaseContext } from "../context.ts";
import { accept } from "./accept.ts";
import { body } from "./body.ts";
import { boundaries } from "./boundaries.ts";
import { burst } from "./burst.ts";
import { closed } from "./closed.ts";
import { constraints } from "./constraints.ts";
import { credentials } from "./credentials.ts";
import { examples } from "./examples.ts";
import { headers } from "./headers.ts";
import { mediaType } from "./media-type.ts";
import { methods } from "./methods.ts";
import { missing } from "./missing.ts";
import { pairs } from "./pairs.ts";
import { parameters } from "./parameters.ts";
import { paths } from "./paths.ts";
import { repeat } from "./repeat.ts";
import { types } from "./types.ts";

/** A family of cases: everything of one kind that an operation may be asked. */
export type Family = (context: CaseContext) => Iterable<Case>;

/** The families by name, in the order in which they run. A new one is a file and a line. */
export const families: Record<string, Family> = {
  examples,
  boundaries,
  pairs,
  missing,
  types,
  constraints,
  closed,
  body,
  "media-type": mediaType,
  credentials,
  accept,
  headers,
  methods,
  paths,
  parameters,
  repeat,
  burst,
};
