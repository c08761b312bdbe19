import { readablePath } from "../../openapi/pointer.ts";
import { listsIn, scalarsIn } from "../../openapi/text-values.ts";
import { readStrictly } from "../http/read-strictly.ts";
import { headerValues, type WireRequest } from "../http/request.ts";
import { findMediaType, isJson, parseMediaType } from "../model/media-type.ts";
import type { ContractOperation, ContractParameter } from "../model/operation.ts";
import type { Violation } from "../violation.ts";
import { pathValues } from "./find-operation.ts";

/** What of a recorded request the description does not allow: its parameters, its credentials, its body. */
export function judgeRequest(operation: ContractOperation, request: WireRequest, basePath: string): Violation[] {
  return [
    ...judgeParameters(operation, request, basePath),
    ...judgeCredentials(operation, request),
    ...judgeBody(operation, request),
  ];
}

function violation(expected: string, actual: string, pointer: string, fingerprint: string): Violation {
  return { check: "request", severity: "error", expected, actual, pointer, fingerprint };
}

function judgeParameters(
  operation: ContractOperation,
  { target, headers }: WireRequest,
  basePath: string,
): Violation[] {
  const query = new URLSearchParams(target.split("?")[1] ?? "");
  const path = pathValues(operation, target, basePath) ?? new Map<string, string>();
  const textsOf = ({ in: place, name }: ContractParameter): string[] => {
    if (place === "path") return [path.get(name)].filter((value) => value !== undefined);
    return place === "header" ? headerValues(headers, name.toLowerCase()) : query.getAll(name);
  };
  return operation.parameters.flatMap((parameter): Violation[] => {
    const { name, in: place, required, pointer, validate, style, schema } = parameter;
    // Objects in a query have many forms, and recorders keep cookies apart.
    if (place === "cookie" || style === "deepObject" || schema.type === "object" || parameter.mediaType) return [];
    const texts = textsOf(parameter);
    if (texts.length === 0)
      return required
        ? [violation(`the ${place} parameter ${name}`, "a request without it", pointer, `absent ${place} ${name}`)]
        : [];
    const [text = ""] = texts;
    const readings = [...scalarsIn(text), ...listsIn(texts.length > 1 ? texts : text.split(","))];
    if (readings.some((reading) => validate(reading).length === 0)) return [];
    const message = validate(text)[0]?.message ?? "is not valid";
    return [
      violation(
        `a ${place} parameter ${name} that ${message}`,
        texts.join(", ").slice(0, 120),
        pointer,
        `invalid ${place} ${name}`,
      ),
    ];
  });
}

function judgeCredentials({ security }: ContractOperation, { headers, target }: WireRequest): Violation[] {
  const absent = security.credentials.find(({ in: place, name }) =>
    place === "query"
      ? !new URLSearchParams(target.split("?")[1] ?? "").has(name)
      : headerValues(headers, place === "cookie" ? "cookie" : name.toLowerCase()).length === 0,
  );
  if (!security.required || !absent) return [];
  return [
    violation(`credentials in ${absent.in} ${absent.name}`, "a request without them", security.pointer, "credentials"),
  ];
}

function judgeBody({ body }: ContractOperation, { body: bytes, headers }: WireRequest): Violation[] {
  if (!body) return [];
  if (bytes === undefined || bytes.length === 0)
    return body.required ? [violation("a body", "a request without one", body.pointer, "no body")] : [];
  const [contentType = ""] = headerValues(headers, "content-type");
  const essence = parseMediaType(contentType)?.essence ?? "";
  if (findMediaType(body.mediaTypes, essence) === undefined) {
    return [
      violation(
        `Content-Type ${body.mediaTypes.join(" or ")}`,
        contentType || "a request without it",
        body.pointer,
        "media type",
      ),
    ];
  }
  if (!isJson(essence)) return [];
  const [problem] = readStrictly(bytes);
  if (problem) return [violation("a body that is JSON", `one in which ${problem.message}`, body.pointer, problem.kind)];
  return body
    .validate(JSON.parse(bytes.toString("utf8")))
    .map(({ path, message, pointer, keyword }) =>
      violation(
        `a body whose ${readablePath(path)} ${message}`,
        bytes.toString("utf8", 0, 120),
        pointer,
        `${pointer} ${keyword}`,
      ),
    );
}
