import type { IncomingHttpHeaders } from "node:http";
import type { OpenApiDocument } from "../openapi/document.ts";
import { createRequestCheck, type ReceivedBody, syntaxCode, toPrismRequest } from "./check-request.ts";
import type { Violation } from "./prism.ts";
import { type Either, loadPrism, type Preference, type PrismResponse, type Problem, type Resource } from "./prism.ts";
import { createReplyQueue, type ReplyQueue } from "./replies.ts";
import type { Reply } from "./reply-options.ts";
import { echoInto, withReasons } from "./response-body.ts";
import { createRouter } from "./route.ts";

/** Marks a response that `Prefer` or `reply()` asked for. https://www.rfc-editor.org/rfc/rfc7240#section-3 */
const appliedHeader = "Preference-Applied";

/** A request that has arrived. */
export interface ReceivedRequest {
  method: string;
  url: URL;
  headers: IncomingHttpHeaders;
  body: ReceivedBody;
}

/** What the mock makes of a request. */
export interface Answer {
  status: number;
  headers: Record<string, string>;
  body: string | undefined;
  /** Whether `reply()` or `Prefer` asked for the response. */
  applied: boolean;
  /** The reply that was used. */
  reply: Reply | undefined;
  violations: Violation[];
}

/** Answers requests to a spec; sends nothing itself. */
export interface Responder {
  respond(request: ReceivedRequest): Answer;
  replies: ReplyQueue;
}

/** Creates a responder that lets Prism choose responses, without log. */
export async function createResponder(document: OpenApiDocument, echo: boolean): Promise<Responder> {
  const prism = loadPrism();
  const { mock, validateOutput, validateSecurity, getHttpConfigFromRequest, serialize, toProblemJson } = prism;
  const operations = await prism.getHttpOperationsFromSpec(structuredClone(document));
  const logger = prism.createLogger("mock", { enabled: false });
  const resources = new Map(operations.map((one) => [`${one.method.toUpperCase()} ${one.path}`, one]));
  const route = createRouter(document);
  const check = createRequestCheck(document, prism);

  function bodyProblems(resource: Resource, element: PrismResponse): string[] {
    const violations = leftOf(validateOutput({ resource, element })) ?? [];
    return violations.filter(({ path: [part] = [] }) => part === "body").map(({ message }) => message);
  }
  const replies = createReplyQueue(document, ({ method, path }, statusCode, mediaType, body) => {
    const resource = resources.get(`${method} ${path}`);
    return resource ? bodyProblems(resource, { statusCode, headers: { "content-type": mediaType }, body }) : [];
  });

  function failure(error: Problem, status = error.status ?? 500, headers = {}): Answer {
    const body = JSON.stringify({ ...toProblemJson(error), status });
    const all = { ...error.additional?.headers, ...headers, "content-type": "application/problem+json" };
    return { status, headers: textHeaders(all), body, applied: false, reply: undefined, violations: [] };
  }

  function answer(request: ReceivedRequest): Answer {
    const { method, url, headers, body } = request;
    const match = route(method, url.pathname);
    const resource = match?.operation && resources.get(`${match.operation.method} ${match.operation.path}`);
    if (match === undefined) return failure(problem(404, "Route not found", `The spec has no path ${url.pathname}.`));
    if (!match.operation || !resource) {
      const detail = `The spec has ${match.methods.join(", ")} for ${url.pathname}, not ${method}.`;
      return failure(problem(405, "Method not allowed", detail), 405, { Allow: match.methods.join(", ") });
    }
    const element = toPrismRequest(method, url, headers, body.value);
    const preference = getHttpConfigFromRequest(element);
    if (preference._tag === "Left") return failure(preference.left);
    const texts = { path: match.pathValues, query: queryOf(url), headers, cookies: cookiesOf(headers.cookie ?? "") };
    const checked = check(match.operation, resource, texts, body);
    const violations = [...(leftOf(validateSecurity({ resource, element })) ?? []), ...checked.violations];
    const choose = (config: Preference, validations: readonly Violation[] = []) =>
      mock({ resource, input: { data: element, validations }, config: { ...config } })(logger);

    const wanted = preference.right;
    if (violations.length > 0) {
      const isUnreadable =
        violations.some(({ code }) => code === syntaxCode) && !violations.some(({ code }) => code === 401);
      // A documented 400, else the problem: no schema can be asked about what does not parse.
      const chosen = isUnreadable ? choose({ code: 400 }) : choose({ dynamic: wanted.dynamic }, violations);
      const reasons = violations.map(formatViolation);
      if (chosen._tag === "Left") {
        const error = isUnreadable
          ? problem(400, "The mock cannot read this request", reasons.join("; "))
          : chosen.left;
        return { ...failure(error), violations };
      }
      const { right } = chosen;
      const told = withReasons(
        right.body,
        reasons,
        (one) => bodyProblems(resource, { ...right, body: one }).length === 0,
      );
      return finish({ ...right, body: told }, undefined, false, violations);
    }
    const reply =
      wanted.code === undefined
        ? replies.next({ method: match.operation.method, path: match.operation.path })
        : undefined;
    if (reply?.html !== undefined) {
      replies.use(reply);
      const right = { statusCode: reply.status ?? 502, headers: { "content-type": "text/html" }, body: reply.html };
      return finish({ ...right, headers: { ...right.headers, ...reply.headers } }, reply, true, []);
    }
    let chosen = choose(
      reply ? { ...wanted, code: reply.status, exampleKey: reply.example ?? wanted.exampleKey } : wanted,
    );
    let used = reply;
    // The request may not accept the media type of the reply's response.
    if (reply && (chosen._tag === "Left" || (reply.status ?? chosen.right.statusCode) !== chosen.right.statusCode)) {
      used = undefined;
      chosen = choose(wanted);
    }
    if (chosen._tag === "Left") return failure(chosen.left);
    const { right } = chosen;
    const applied = used?.status !== undefined || wanted.code === right.statusCode;
    if (used) {
      replies.use(used);
      if (used.body !== undefined) right.body = used.body;
      Object.assign(right.headers, used.headers && withoutNames(right.headers, used.headers));
    } else if (echo && right.statusCode < 300) {
      const echoed = echoInto(right.body, checked.values);
      if (bodyProblems(resource, { ...right, body: echoed }).length === 0) right.body = echoed;
    }
    const outside = leftOf(validateOutput({ resource, element: right })) ?? [];
    return finish(
      right,
      used,
      applied,
      outside.map((one) => ({ ...one, path: ["response", ...(one.path ?? [])] })),
    );
  }

  function finish(right: PrismResponse, reply: Reply | undefined, applied: boolean, violations: Violation[]): Answer {
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
        return answer(request);
      } catch (error) {
        // What Prism 5.14 throws on, for instance `Accept: garbage`.
        const detail = error instanceof Error ? error.message : String(error);
        return failure(problem(400, "The mock cannot read this request", detail));
      }
    },
  };
}

/** Formats `request.body.name: must be string`. */
export function formatViolation({ path = [], message }: Violation): string {
  const place = path[0] === "response" ? path : ["request", ...path];
  return `${place.join(".")}: ${message}`;
}

/** Creates an error that is sent as https://www.rfc-editor.org/rfc/rfc9457. */
export function problem(status: number, title: string, detail: string): Problem {
  return Object.assign(new Error(title), { name: "about:blank", status, detail });
}

function leftOf<Left>(either: Either<unknown, Left>): Left | undefined {
  return either._tag === "Left" ? either.left : undefined;
}

/** Removes the headers that others replace, whatever their case, and returns the others. */
function withoutNames(headers: Record<string, unknown>, others: Record<string, string>): Record<string, string> {
  const names = new Set(Object.keys(others).map((name) => name.toLowerCase()));
  for (const name of Object.keys(headers)) if (names.has(name.toLowerCase())) delete headers[name];
  return others;
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
