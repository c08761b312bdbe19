import type { IncomingHttpHeaders } from "node:http";
import type { OpenApiDocument } from "../openapi/document.ts";
import type { Operation } from "../openapi/operation.ts";
import { createRequestCheck, type ReceivedBody, syntaxCode, toPrismRequest } from "./check-request.ts";
import {
  type Either,
  loadPrism,
  type Preference,
  type PrismResponse,
  type Problem,
  type Resource,
  type Violation,
} from "./prism.ts";
import { createReplyQueue, keyOf, type ReplyQueue } from "./replies.ts";
import type { Reply } from "./reply-options.ts";
import { echoInto, withReasons } from "./response-body.ts";
import { createRouter } from "./route.ts";

/** Marks a response that `Prefer` or `reply()` asked for. https://www.rfc-editor.org/rfc/rfc7240#section-3 */
const appliedHeader = "Preference-Applied";

/** Title of the problem of a request that nothing can be made of. */
const unreadable = "The mock cannot read this request";

/** Lets Prism choose the response to a request. */
type Choose = (config: Preference, violations?: readonly Violation[]) => Either<PrismResponse, Problem>;

/** A request that has arrived. */
export interface ReceivedRequest {
  method: string;
  url: URL;
  headers: IncomingHttpHeaders;
  body: ReceivedBody;
}

/** The response to a request. */
export interface MockResponse {
  status: number;
  headers: Record<string, string>;
  body: string | undefined;
  /** Whether `reply()` or `Prefer` asked for the response. */
  applied: boolean;
  /** The reply that was used. */
  reply: Reply | undefined;
  violations: Violation[];
}

/** Makes the responses to requests; sends nothing itself. */
export interface Responder {
  respond(request: ReceivedRequest): MockResponse;
  replies: ReplyQueue;
}

/** Creates a responder that lets Prism choose responses, without log. */
export async function createResponder(document: OpenApiDocument, echo: boolean): Promise<Responder> {
  const prism = loadPrism();
  const { mock, validateOutput, validateSecurity, getHttpConfigFromRequest, serialize, toProblemJson } = prism;
  const operations = await prism.getHttpOperationsFromSpec(structuredClone(document));
  const logger = prism.createLogger("mock", { enabled: false });
  const resources = new Map(operations.map((one) => [keyOf({ ...one, method: one.method.toUpperCase() }), one]));
  const route = createRouter(document);
  const check = createRequestCheck(document, prism);

  function bodyProblems(resource: Resource, element: PrismResponse): string[] {
    const violations = leftOf(validateOutput({ resource, element })) ?? [];
    return violations.filter(({ path: [part] = [] }) => part === "body").map(({ message }) => message);
  }
  const isValid = (resource: Resource, element: PrismResponse) => bodyProblems(resource, element).length === 0;
  const replies = createReplyQueue(document, (operation, statusCode, mediaType, body) => {
    const resource = resources.get(keyOf(operation));
    return resource ? bodyProblems(resource, { statusCode, headers: { "content-type": mediaType }, body }) : [];
  });

  function failure(error: Problem, status = error.status ?? 500, headers = {}): MockResponse {
    const body = JSON.stringify({ ...toProblemJson(error), status });
    const all = { ...error.additional?.headers, ...headers, "content-type": "application/problem+json" };
    return { status, headers: textHeaders(all), body, applied: false, reply: undefined, violations: [] };
  }

  function respondTo({ method, url, headers, body }: ReceivedRequest): MockResponse {
    const match = route(method, url.pathname);
    if (!match) return failure(problem(404, "Route not found", `The spec has no path ${url.pathname}.`));
    const { operation, pathValues, methods } = match;
    const resource = operation && resources.get(keyOf(operation));
    if (!operation || !resource) {
      const detail = `The spec has ${methods.join(", ")} for ${url.pathname}, not ${method}.`;
      return failure(problem(405, "Method not allowed", detail), 405, { Allow: methods.join(", ") });
    }
    const element = toPrismRequest(method, url, headers, body.value);
    const preference = getHttpConfigFromRequest(element);
    if (preference._tag === "Left") return failure(preference.left);
    const texts = { path: pathValues, query: queryOf(url), headers, cookies: cookiesOf(headers.cookie ?? "") };
    const { violations: own, values } = check(operation, resource, texts, body);
    const violations = [...(leftOf(validateSecurity({ resource, element })) ?? []), ...own];
    const choose: Choose = (config, validations = []) =>
      mock({ resource, input: { data: element, validations }, config: { ...config } })(logger);
    return violations.length > 0
      ? reject(resource, choose, preference.right, violations)
      : accept(operation, resource, choose, preference.right, values);
  }

  function reject(resource: Resource, choose: Choose, { dynamic }: Preference, violations: Violation[]): MockResponse {
    const codes = violations.map(({ code }) => code);
    const isUnreadable = codes.includes(syntaxCode) && !codes.includes(401);
    const reasons = violations.map(formatViolation);
    // A documented 400, else the problem: no schema can be asked about what does not parse.
    const chosen = isUnreadable ? choose({ code: 400 }) : choose({ dynamic }, violations);
    if (chosen._tag === "Left") {
      const error = isUnreadable ? problem(400, unreadable, reasons.join("; ")) : chosen.left;
      return { ...failure(error), violations };
    }
    const { right } = chosen;
    const body = withReasons(right.body, reasons, (one) => isValid(resource, { ...right, body: one }));
    return finish({ ...right, body }, undefined, false, violations);
  }

  function accept(
    operation: Operation,
    resource: Resource,
    choose: Choose,
    wanted: Preference,
    values: Record<string, unknown>,
  ): MockResponse {
    const waiting = wanted.code === undefined ? replies.next(operation) : undefined;
    if (waiting?.html !== undefined) {
      replies.use(waiting);
      const headers = { "content-type": "text/html", ...waiting.headers };
      return finish({ statusCode: waiting.status ?? 502, headers, body: waiting.html }, waiting, true, []);
    }
    const asked =
      waiting && choose({ ...wanted, code: waiting.status, exampleKey: waiting.example ?? wanted.exampleKey });
    // The request may not accept the media type of the reply's response.
    const isUsable = asked?._tag === "Right" && (waiting?.status ?? asked.right.statusCode) === asked.right.statusCode;
    const reply = isUsable ? waiting : undefined;
    const chosen = isUsable ? asked : choose(wanted);
    if (chosen._tag === "Left") return failure(chosen.left);
    const { right } = chosen;
    if (reply) {
      replies.use(reply);
      if (reply.body !== undefined) right.body = reply.body;
      right.headers = replaceHeaders(right.headers, reply.headers);
    } else if (echo && right.statusCode < 300) {
      const echoed = echoInto(right.body, values);
      if (isValid(resource, { ...right, body: echoed })) right.body = echoed;
    }
    const applied = reply?.status !== undefined || wanted.code === right.statusCode;
    const outside = leftOf(validateOutput({ resource, element: right })) ?? [];
    const violations = outside.map((one) => ({ ...one, path: ["response", ...(one.path ?? [])] }));
    return finish(right, reply, applied, violations);
  }

  function finish(
    right: PrismResponse,
    reply: Reply | undefined,
    applied: boolean,
    violations: Violation[],
  ): MockResponse {
    const headers = textHeaders(right.headers);
    const contentType = Object.entries(headers).find(([name]) => name.toLowerCase() === "content-type")?.[1];
    if (applied) headers[appliedHeader] = `code=${right.statusCode}`;
    const body = right.body === undefined ? undefined : serialize(right.body, contentType);
    return { status: right.statusCode, headers, body, applied, reply, violations };
  }

  return {
    replies,
    respond(request) {
      try {
        return respondTo(request);
      } catch (error) {
        // What Prism 5.14 throws on, for instance `Accept: garbage`.
        const detail = error instanceof Error ? error.message : String(error);
        return failure(problem(400, unreadable, detail));
      }
    },
  };
}

/** Formats `request.body.name: must be string`. */
export function formatViolation(violation: Violation): string {
  return `${locationOf(violation).join(".")}: ${violation.message}`;
}

/** Where a violation is: `["request", "body", "name"]`. */
export function locationOf({ path = [] }: Violation): string[] {
  return path[0] === "response" ? path : ["request", ...path];
}

/** Creates an error that is sent as https://www.rfc-editor.org/rfc/rfc9457. */
function problem(status: number, title: string, detail: string): Problem {
  return Object.assign(new Error(title), { name: "about:blank", status, detail });
}

function leftOf<Left>(either: Either<unknown, Left>): Left | undefined {
  return either._tag === "Left" ? either.left : undefined;
}

/** Returns the headers with others in place of those of the same name, whatever their case. */
function replaceHeaders(
  headers: Record<string, unknown>,
  others: Record<string, string> = {},
): Record<string, unknown> {
  const names = new Set(Object.keys(others).map((name) => name.toLowerCase()));
  const kept = Object.entries(headers).filter(([name]) => !names.has(name.toLowerCase()));
  return { ...Object.fromEntries(kept), ...others };
}

/** Headers as they can be sent: characters beyond Latin-1 are percent-encoded. */
function textHeaders(headers: Record<string, unknown>): Record<string, string> {
  const present = Object.entries(headers).filter(([, value]) => value !== null && value !== undefined);
  return Object.fromEntries(
    present.map(([name, value]) => {
      const text = typeof value === "object" ? JSON.stringify(value) : String(value);
      return [
        name,
        text.replace(/[^\t\x20-\x7e\x80-\xff]/gu, (character) => encodeURIComponent(Buffer.from(character).toString())),
      ];
    }),
  );
}

/** The pairs of a query, values still percent-encoded. */
function queryOf({ search }: URL): [string, string][] {
  return search
    .slice(1)
    .split("&")
    .filter(Boolean)
    .map((pair) => {
      const [name = "", text = ""] = pair.split(/=(.*)/s);
      return [decodeURIComponent(name.replaceAll("+", " ")), text];
    });
}

function cookiesOf(header: string): [string, string][] {
  return header
    .split(";")
    .map((pair) => pair.trim().split(/=(.*)/s))
    .map(([name = "", text = ""]) => [name, text]);
}
