import type { Expected } from "../test-case.ts";
import { refusal, success } from "./expected.ts";
import type { CaseContext, CaseDraft } from "./family.ts";
import { buildRequest } from "./request.ts";

/** Values of `Accept`. */
export function* accept(context: CaseContext): Generator<CaseDraft> {
  const { operation } = context;
  const successes = [...operation.responses].filter(([status]) => status.startsWith("2"));
  const types = successes.flatMap(([, { bodies }]) => [...bodies.keys()]);
  // With another or no documented media type, the expected response is unknown.
  if (types.length === 0 || !types.every((type) => type === "application/json")) return;
  const of = (name: string, value: string | undefined, expected: Expected) => ({
    name,
    title: value === undefined ? "Accept is absent" : `Accept is ${value}`,
    requests: [buildRequest(context, { headers: { Accept: value } })],
    expected,
    pointer: successes[0]?.[1].pointer,
  });
  yield of("absent", undefined, success());
  yield of("any", "*/*", success());
  yield of("json", "application/json", success());
  yield of("any-application", "application/*", success("recommendation", "acceptRange"));
  yield of("preferred-other", "text/html, application/json;q=0.9, */*;q=0.1", success());
  yield of("with-text", "text/plain, application/json;q=0.5", success());
  yield of("with-other", "application/xml, application/json;q=0.5, text/html;q=0.1", success());
  yield of("upper-case", "APPLICATION/JSON", success("recommendation"));
  yield of("with-charset", "application/json; charset=utf-8", success("recommendation"));
  // A server may respond in a type that was not asked for, unless it documents 406.
  const basis = operation.responses.has("406") ? "document" : "recommendation";
  yield of("other", "application/xml", refusal("accept", basis));
  yield of("other-text", "text/html", refusal("accept", basis));
  yield of("refused", "application/json;q=0", refusal("acceptZero", "recommendation"));
}
