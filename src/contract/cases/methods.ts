import type { Case } from "../case.ts";
import { buildRequest, type CaseContext, oneRequest, refusal, success } from "../context.ts";
import { isDescribed } from "../document/paths.ts";
import { withHeaders } from "../wire/request.ts";

const all = ["GET", "HEAD", "PUT", "POST", "PATCH", "DELETE", "TRACE"];
const withBody = new Set(["PUT", "POST", "PATCH"]);

/** Every method that the description does not have on the path, and requests that name another method in a header. */
export function* methods(context: CaseContext): Generator<Case> {
  const { operation } = context;
  const valid = buildRequest(context);
  const path = valid.target.slice(context.basePath.length).split("?")[0] ?? "";
  const bare = withHeaders({ ...valid, body: undefined }, { "Content-Type": undefined });
  const of = (name: string, title: string, request: typeof valid, expected: Case["expected"]) =>
    oneRequest(context, "methods", name, title, request, expected, operation.pointer.replace(/\/[^/]*$/, ""));

  // Operations of one path have the same other methods: the first one's cases stand for all.
  if (operation.method === operation.methods[0]) {
    for (const method of all) {
      if (isDescribed(operation.document, path, method)) continue;
      if (method === "HEAD" && operation.methods.includes("GET")) {
        yield of(
          "HEAD",
          "the method is HEAD, as GET is described",
          { ...bare, method },
          { outcome: "open", class: "method" },
        );
        continue;
      }
      const request = { ...(withBody.has(method) && valid.body !== undefined ? valid : bare), method };
      yield of(method, `the method is ${method}, which is not described`, request, refusal("method"));
    }
    if (!operation.methods.includes("OPTIONS")) {
      yield of("OPTIONS", "the method is OPTIONS", { ...bare, method: "OPTIONS" }, { outcome: "open" });
    }
  }
  if (operation.method === "GET" || isDescribed(operation.document, path, "GET")) return;
  for (const header of ["X-HTTP-Method-Override", "X-HTTP-Method", "X-Method-Override"]) {
    const smuggled = { ...withHeaders(valid, { [header]: operation.method }), method: "GET" };
    yield of(
      `smuggled-${header}`,
      `the method is GET, and ${header} says ${operation.method}`,
      smuggled,
      refusal("method"),
    );
    const overridden = withHeaders(valid, { [header]: "DELETE" });
    yield of(`override-${header}`, `${header} says DELETE, and nothing describes it`, overridden, success());
  }
  const inQuery = { ...valid, target: `${valid.target}${valid.target.includes("?") ? "&" : "?"}_method=DELETE` };
  yield of("override-query", "the query says _method=DELETE, and nothing describes it", inQuery, success("advice"));
}
