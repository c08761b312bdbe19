import { type Fault, faultsOf, type ProviderKind } from "../fault.ts";
import { bodySyntax, emptyBodies } from "./body-syntax.ts";
import { credentials } from "./credentials.ts";
import { framing } from "./framing.ts";
import { headers } from "./headers.ts";
import { jsonText } from "./json-text.ts";
import { mediaTypes, skippedValidation } from "./media-types.ts";
import { methods, redirect } from "./methods.ts";
import { accept, paths } from "./paths.ts";
import { leaks, state } from "./state.ts";
import { crashes, echoes } from "./strings.ts";
import { validRefused } from "./valid-refused.ts";

/** What the faults that any provider may have need to know of one. */
interface Subject {
  /** A body that keeps the document. */
  example: object;
  /** Where the request and the answer have a free string. */
  text: string;
}

/** The faults that any provider may have. */
export function sharedFaults(kind: ProviderKind, { example, text }: Subject): Fault[] {
  return [
    ...faultsOf(kind, "body-syntax", { ...bodySyntax, ...emptyBodies(example) }),
    ...faultsOf(kind, "request-media-type", {
      ...mediaTypes,
      "a body of another media type is not looked at": skippedValidation(example),
    }),
    ...faultsOf(kind, "valid-refused", validRefused),
    ...faultsOf(kind, "credentials", credentials),
    ...faultsOf(kind, "response-json", jsonText),
    ...faultsOf(kind, "response-headers", headers),
    ...faultsOf(kind, "framing", framing),
    ...faultsOf(kind, "redirect", redirect),
    ...faultsOf(kind, "methods", methods),
    ...faultsOf(kind, "paths", paths),
    ...faultsOf(kind, "accept", accept),
    ...faultsOf(kind, "leaks", leaks),
    ...faultsOf(kind, "state", state),
    ...faultsOf(kind, "echo", echoes(text)),
    ...faultsOf(kind, "server-errors", crashes(text)),
  ];
}
