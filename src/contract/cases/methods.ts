import { withHeaders } from "../http/request.ts";
import { isDocumented } from "../model/paths.ts";
import type { Expected } from "../test-case.ts";
import { refusal, success } from "./expected.ts";
import type { CaseContext, CaseDraft } from "./family.ts";
import { buildRequest } from "./request.ts";

const all = ["GET", "HEAD", "PUT", "POST", "PATCH", "DELETE", "TRACE"];
const withBody = new Set(["PUT", "POST", "PATCH"]);

/** Methods that the path does not document, and requests that name another method in a header. */
export function* methods(context: CaseContext): Generator<CaseDraft> {
  const { operation } = context;
  const valid = buildRequest(context);
  const path = valid.target.slice(context.basePath.length).split("?")[0] ?? "";
  const bare = withHeaders({ ...valid, body: undefined }, { "Content-Type": undefined });
  const of = (name: string, title: string, request: typeof valid, expected: Expected): CaseDraft => ({
    name,
    title,
    target: request.method === operation.method ? "operation" : "elsewhere",
    requests: [request],
    expected,
    pointer: operation.pointer.replace(/\/[^/]*$/, ""),
  });

  // The operations of a path share their undocumented methods: only the first one tests those without a body.
  const isFirst = operation.method === operation.methods[0];
  for (const method of all) {
    const isBodied = withBody.has(method) && valid.body !== undefined;
    if (!(isFirst || isBodied) || isDocumented(operation.document, path, method)) continue;
    if (method === "HEAD" && operation.methods.includes("GET")) {
      yield of(
        "HEAD",
        "the method is HEAD, and GET is documented",
        { ...bare, method },
        { outcome: "open", class: "method" },
      );
      continue;
    }
    const request = { ...(isBodied ? valid : bare), method };
    yield of(method, `the method is ${method}, which is not documented`, request, refusal("method"));
  }
  if (isFirst && !operation.methods.includes("OPTIONS")) {
    yield of("OPTIONS", "the method is OPTIONS", { ...bare, method: "OPTIONS" }, { outcome: "open" });
  }
  if (operation.method === "GET") return;
  const hasGet = isDocumented(operation.document, path, "GET");
  const other = ["DELETE", "PUT", "PATCH"].find((method) => !isDocumented(operation.document, path, method)) ?? "TRACE";
  for (const header of ["X-HTTP-Method-Override", "X-HTTP-Method", "X-Method-Override"]) {
    const smuggled = { ...withHeaders(valid, { [header]: operation.method }), method: "GET" };
    // If GET is documented, a success may be that of the GET.
    const title = `the method is GET, and ${header} says ${operation.method}`;
    if (!hasGet) yield of(`smuggled-${header}`, title, smuggled, refusal("method"));
    const overridden = withHeaders(valid, { [header]: other });
    yield of(`override-${header}`, `${header} says ${other}, which is not documented`, overridden, success());
  }
  const inQuery = { ...valid, target: `${valid.target}${valid.target.includes("?") ? "&" : "?"}_method=${other}` };
  yield of(
    "override-query",
    `the query says _method=${other}, which is not documented`,
    inQuery,
    success("recommendation"),
  );
}
