import { describe, expect, test } from "vitest";
import type { OpenApiDocument, ParameterObject, Schema } from "../../../src/openapi/document.ts";
import { casesOf } from "../cases/plan.ts";
import { keysOf } from "../model/keys.ts";
import { bearer, body, documentOf, id, named, operation } from "./documents.ts";
import type { Asked, Handler, Reply } from "./serve.ts";
import { verdictOn } from "./verdict.ts";

const query = (name: string, schema: Schema, more: object = {}): ParameterObject => ({
  name,
  in: "query",
  schema,
  ...more,
});
const header = (name: string, more: object = {}): ParameterObject => ({
  name,
  in: "header",
  required: true,
  schema: { type: "string" },
  ...more,
});

/** A server of GET /things/{id}, which looks at the query first. */
function withQuery(answer: (asked: Asked) => Reply): Handler {
  return (asked) => {
    if (!/^\/things\/[^/]+$/.test(asked.path)) return { status: 404, body: { detail: "path" } };
    if (asked.method !== "GET") return { status: 405, headers: { Allow: "GET" } };
    return answer(asked);
  };
}

describe("a query or a fragment in the key of a path", () => {
  const get = (parameters: ParameterObject[], statuses = [200, 400]) => ({
    parameters: [id("a")],
    get: operation("getThing", statuses, { parameters }),
  });
  const beta = withQuery((asked) => {
    const n = asked.query.get("n");
    if (!asked.query.getAll("beta").join().startsWith("true")) return { status: 404, body: { detail: "beta" } };
    return n !== null && !/^-?\d+$/.test(n) ? { status: 400, body: { detail: "n" } } : { status: 200 };
  });
  const n = query("n", { type: "integer" });

  test.each<[string, Handler, OpenApiDocument]>([
    ["a query, beside a parameter", beta, documentOf({ "/things/{id}?beta=true": get([n]) })],
    [
      "a query that is a required parameter, too",
      withQuery((asked) =>
        asked.query.getAll("beta").join() === "true" ? beta(asked) : { status: 400, body: { detail: "beta" } },
      ),
      documentOf({ "/things/{id}?beta=true": get([n, query("beta", { type: "string" }, { required: true })]) }),
    ],
    [
      "a query whose value is a parameter's",
      withQuery((asked) => {
        const values = asked.query.getAll("n");
        return values.length === 1 && /^-?\d+$/.test(values[0] ?? "")
          ? { status: 200 }
          : { status: 400, body: { detail: "n" } };
      }),
      documentOf({ "/things/{id}?n={n}": get([{ ...n, required: true, example: 5 }]) }),
    ],
    ["a fragment", withQuery(() => ({ status: 200 })), documentOf({ "/things/{id}#read": get([], [200]) })],
    ["a template of a query", beta, documentOf({ "/things/{id}?beta=true{&n}": get([n]) })],
  ])("%s", async (_, handler, document) => {
    const targets: string[] = [];
    const seen: Handler = (asked) => {
      targets.push(asked.path);
      return handler(asked);
    };
    expect((await verdictOn(seen, document)).errors).toEqual([]);
    expect(targets.filter((target) => target.includes("#") || target.includes("{"))).toEqual([]);
  });

  test("two operations of one path, told apart by it", async () => {
    const post = (operationId: string) => ({ post: operation(operationId, [200], { parameters: [] }) });
    const document = documentOf({
      "/act?do=start": post("start"),
      "/act?do=stop": post("stop"),
      "/act": { get: operation("state", [200]) },
    });
    const seen = new Set<string | null>();
    const { errors } = await verdictOn((asked) => {
      if (asked.path !== "/act") return { status: 404, body: { detail: "path" } };
      if (asked.method === "GET") return { status: 200 };
      if (asked.method !== "POST") return { status: 405, headers: { Allow: "GET, POST" } };
      seen.add(asked.query.get("do"));
      return { status: 200 };
    }, document);
    expect(errors).toEqual([]);
    expect(seen).toEqual(new Set(["start", "stop"]));
  });
});

describe("Accept, Content-Type and Authorization as parameters are not judged, and sent as the document shows them", () => {
  const documentWith = (...parameters: ParameterObject[]) =>
    documentOf({
      "/things": {
        post: operation("make", [201, 415, 422], {
          requestBody: body(named),
          parameters,
        }),
      },
    });
  const vendor = "application/vnd.things.v2+json";
  const accept = header("Accept", { schema: { type: "string", default: vendor } });
  const type = header("Content-Type", { example: "application/json; charset=utf-8" });
  const key = header("Authorization", { example: "Token {{YOUR_API_KEY}}" });
  /** The values of a header in all valid requests but those of the families that vary it. */
  const sent = (name: string, document: OpenApiDocument, options: Parameters<typeof casesOf>[1] = {}) => {
    const only = ["examples", "boundaries", "required", "body-syntax", "parameters"];
    const requests = casesOf(document, { only, ...options }).flatMap((one) => one.requests);
    return new Set(
      requests.flatMap(({ headers }) =>
        headers.filter(([own]) => own.toLowerCase() === name).map(([, value]) => value),
      ),
    );
  };
  const noKey = { keys: keysOf() };

  test("each as its default or example", () => {
    const document = documentWith(accept, type, key);
    expect(sent("accept", document)).toEqual(new Set([vendor]));
    expect(sent("content-type", document)).toEqual(new Set(["application/json; charset=utf-8"]));
    expect(sent("authorization", document, noKey)).toEqual(new Set(["Token {{YOUR_API_KEY}}"]));
  });

  test("the key is sent in the form of the example", () => {
    expect(sent("authorization", documentWith(key))).toEqual(new Set(["Token key-of-4711"]));
    expect(sent("authorization", documentWith(header("Authorization")))).toEqual(new Set(["Bearer key-of-4711"]));
    expect(sent("authorization", documentWith(header("Authorization", { example: "sk_1" })))).toEqual(
      new Set(["key-of-4711"]),
    );
    expect(sent("authorization", documentWith(header("Authorization", { required: false })))).toEqual(
      new Set(["Bearer key-of-4711"]),
    );
  });

  test("a security scheme sends the key by itself, and leaves it out where it must be", () => {
    const values = sent("authorization", { ...documentWith(key), ...bearer }, { only: ["examples", "credentials"] });
    expect(values).toContain("Bearer key-of-4711");
    expect([...values].some((value) => value.includes("{{"))).toBe(false);
    const bare = casesOf({ ...documentWith(key), ...bearer }, { only: ["credentials"] }).find(
      ({ id: own }) => own === "make/credentials/absent",
    );
    expect(bare?.requests[0]?.headers.map(([name]) => name)).not.toContain("Authorization");
  });

  test("another media type than the body's is not claimed", () => {
    expect(sent("content-type", documentWith(header("Content-Type", { example: "multipart/form-data" })))).toEqual(
      new Set(["application/json"]),
    );
  });

  test("without a body, Content-Type is sent as it is shown", () => {
    const document = documentOf({ "/things": { get: operation("list", [200], { parameters: [type] }) } });
    expect(sent("content-type", document)).toEqual(new Set(["application/json; charset=utf-8"]));
  });

  test("--request is over all", () => {
    const requestOverrides = new Map([["make", { parameters: { Accept: "application/json" } }]]);
    expect(sent("accept", documentWith(accept), { requestOverrides })).toEqual(new Set(["application/json"]));
  });

  test("a server that asks for them keeps the document, though it lets every one pass", async () => {
    const document = documentWith(accept, type, key);
    const { errors } = await verdictOn((asked) => {
      if (asked.path !== "/things") return { status: 404 };
      if (asked.method !== "POST") return { status: 405, headers: { Allow: "POST" } };
      if (!/^application\/json *(;|$)/i.test(asked.headers["content-type"] ?? ""))
        return { status: 415, body: { detail: "" } };
      const value = parse(asked.bytes);
      const isNamed = typeof value?.name === "string" && Object.keys(value).length === 1;
      return isNamed ? { status: 201 } : { status: 422, body: { detail: "" } };
    }, document);
    expect(errors).toEqual([]);
  });
});

function parse(bytes: Buffer): { name?: unknown } | undefined {
  try {
    const value: unknown = JSON.parse(bytes.toString());
    return typeof value === "object" && value !== null ? value : undefined;
  } catch {
    return undefined;
  }
}
