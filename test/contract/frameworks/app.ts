import { Ajv2020, type ValidateFunction } from "ajv/dist/2020.js";
import type { Asked, Handler, Reply } from "./serve.ts";

/** What differs between frameworks by default. */
export interface Habits {
  /** Ignores a final slash, doubled slashes and case, as Express and Nest do. */
  loosePaths?: boolean;
  /** Takes a suffix `.json` for the format, as Rails and the routers of Django REST do. */
  formatSuffix?: boolean;
  /** Sends a path with or without its final slash to the other form, as FastAPI and Django do. */
  redirectsSlash?: boolean;
  /** The status of a method that the path does not have. @default 405 */
  otherMethod?: 404 | 405;
  /** Answers HEAD as GET, and OPTIONS with `Allow`. */
  answersOptions?: boolean;
  /** The names that a query may have. Default: any. */
  queryNames?: readonly string[];
  /** Takes a body of another media type for an empty object, as Express does. */
  ignoresMediaType?: boolean;
  /** `Allow` names the methods of one route only, as in FastAPI. */
  partialAllow?: boolean;
  /** Loads the thing before it reads the body, as FastAPI, Rails, Laravel and Django REST do. */
  lookupFirst?: boolean;
  /** Reads the body before the credentials. */
  bodyBeforeCredentials?: boolean;
  /** The key that is asked for, and the statuses of a missing and of a malformed one. */
  key?: { value: string; missing: number; malformed: number; scheme?: string };
  /** The status of a body that is no JSON. @default the one of an invalid body */
  malformedJson?: number;
  /** Takes only objects and lists for JSON, as the parser of Express does. */
  noScalars?: boolean;
  /** The status of an invalid body. @default 422 */
  invalidBody?: number;
}

/** A route of an app. */
export interface Route {
  method: string;
  /** With one parameter at most. */
  path: string;
  /** Whether there is such a thing. Default: there is none to look up. */
  exists?(id: string): boolean;
  /** The schema of the body. Default: no body is read. */
  schema?: object;
  handle(id: string, body: unknown, asked: Asked): Reply;
}

const problem = (status: number, headers: Record<string, string> = {}): Reply => ({
  status,
  body: { detail: `Status ${status}` },
  headers,
});

/** Thrown by a step that refuses a request. */
class Refusal extends Error {
  readonly reply: Reply;
  constructor(reply: Reply) {
    super();
    this.reply = reply;
  }
}

/** A server with those routes and habits, and no bug. */
export function createApp(routes: Route[], habits: Habits = {}): Handler {
  const ajv = new Ajv2020({ strict: false });
  const validators = new Map(routes.map(({ schema }) => [schema, schema && ajv.compile(schema)]));
  return (asked) => {
    try {
      const { route, id } = findRoute(routes, asked, habits);
      const unknown = [...asked.query.keys()].find((name) => !(habits.queryNames ?? [name]).includes(name));
      if (unknown !== undefined) throw new Refusal(problem(400));
      const lookUp = () => {
        if (route.exists && !route.exists(id)) throw new Refusal(problem(404));
      };
      const read = () => readBody(validators.get(route.schema), asked, habits);
      let body = habits.bodyBeforeCredentials ? read() : undefined;
      checkKey(asked, habits);
      if (habits.lookupFirst) lookUp();
      if (!habits.bodyBeforeCredentials) body = read();
      lookUp();
      return route.handle(id, body, asked);
    } catch (error) {
      if (error instanceof Refusal) return error.reply;
      throw error;
    }
  };
}

function findRoute(routes: Route[], { method, path }: Asked, habits: Habits): { route: Route; id: string } {
  const known = usualPath(path, habits);
  const found = routesOf(routes, known);
  if (found.length === 0) {
    const other = known.endsWith("/") ? known.slice(0, -1) : `${known}/`;
    const isMoved = habits.redirectsSlash && routesOf(routes, other).length > 0;
    throw new Refusal(isMoved ? { status: 307, headers: { Location: other } } : problem(404));
  }
  const isHead = habits.answersOptions && method === "HEAD";
  const own = found.find(({ route }) => route.method === (isHead ? "GET" : method));
  if (own) return own;
  const methods = found.map(({ route }) => route.method);
  if (habits.answersOptions) methods.push("HEAD", "OPTIONS");
  if (habits.answersOptions && method === "OPTIONS") {
    throw new Refusal({ status: 200, body: {}, headers: { Allow: methods.join(", ") } });
  }
  if (habits.otherMethod === 404) throw new Refusal(problem(404));
  throw new Refusal(problem(405, { Allow: (habits.partialAllow ? methods.slice(0, 1) : methods).join(", ") }));
}

function routesOf(routes: Route[], path: string): { route: Route; id: string }[] {
  return routes.flatMap((route) => {
    const pattern = new RegExp(`^${route.path.replace(/\{\w+\}/, "([^/]+)")}$`);
    const match = pattern.exec(path);
    return match ? [{ route, id: decodeURIComponent(match[1] ?? "") }] : [];
  });
}

function usualPath(path: string, { loosePaths, formatSuffix }: Habits): string {
  const bare = formatSuffix ? path.replace(/\.json$/, "") : path;
  return loosePaths
    ? bare
        .replaceAll(/\/{2,}/g, "/")
        .replace(/(?<=.)\/$/, "")
        .toLowerCase()
    : bare;
}

function checkKey({ headers }: Asked, { key }: Habits): void {
  if (!key) return;
  const challenge = { "WWW-Authenticate": "Bearer" };
  const value = headers.authorization;
  if (value === undefined) throw new Refusal(problem(key.missing, challenge));
  const [, token] = new RegExp(`^${key.scheme ?? "bearer"} +([\\w.~+/-]+=*) *$`, "i").exec(value) ?? [];
  if (token === undefined) throw new Refusal(problem(key.malformed, challenge));
  if (token !== key.value) throw new Refusal(problem(401, challenge));
}

function readBody(
  validate: ValidateFunction | undefined,
  { bytes, headers }: Asked,
  { invalidBody = 422, malformedJson = invalidBody, noScalars, ignoresMediaType }: Habits,
): unknown {
  if (!validate) return undefined;
  const isJson = /^application\/json *(;|$)/i.test(headers["content-type"] ?? "");
  if (!isJson && !ignoresMediaType) throw new Refusal(problem(415));
  const isIgnored = ignoresMediaType && (!isJson || bytes.length === 0);
  const body = isIgnored ? { json: {} } : parse(bytes.toString());
  if (body === undefined) throw new Refusal(problem(malformedJson));
  if (noScalars && (typeof body.json !== "object" || body.json === null)) throw new Refusal(problem(malformedJson));
  if (!validate(body.json)) throw new Refusal(problem(invalidBody));
  return body.json;
}

function parse(text: string): { json: unknown } | undefined {
  try {
    return { json: JSON.parse(text) };
  } catch {
    return undefined;
  }
}
