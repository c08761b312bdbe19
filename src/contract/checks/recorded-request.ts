import { readablePath } from "../../openapi/pointer.ts";
import { listsIn, scalarsIn } from "../../openapi/text-values.ts";
import { readStrictly } from "../http/read-strictly.ts";
import { headerValues, type WireRequest } from "../http/request.ts";
import { findMediaType, isJson, parseMediaType } from "../model/media-type.ts";
import type { ContractOperation, ContractParameter } from "../model/operation.ts";
import { pathValues } from "../model/request-path.ts";
import type { Violation } from "../violation.ts";
import type { CheckInfo } from "./check.ts";

/** A recorded request is as documented. */
export const recordedRequest: CheckInfo = {
  name: "request",
  headline: "a recorded request is not as documented",
  rank: 9,
};

/** Checks the parameters, the credentials and the body of a recorded request against the document. */
export function judgeRequest(operation: ContractOperation, request: WireRequest, basePath: string): Violation[] {
  return [
    ...judgeParameters(operation, request, basePath),
    ...judgeCredentials(operation, request),
    ...judgeBody(operation, request),
  ];
}

function violation(expected: string, actual: string, pointer: string, fingerprint: string): Violation {
  return { check: recordedRequest.name, severity: "error", expected, actual, pointer, fingerprint };
}

function judgeParameters(
  operation: ContractOperation,
  { target, headers }: WireRequest,
  basePath: string,
): Violation[] {
  const query = new URLSearchParams(target.split("?")[1] ?? "");
  const path = pathValues(operation, target, basePath) ?? new Map<string, string>();
  const textsOf = ({ in: location, name }: ContractParameter): string[] => {
    if (location === "path") return [path.get(name)].filter((value) => value !== undefined);
    return location === "header" ? headerValues(headers, name.toLowerCase()) : query.getAll(name);
  };
  return operation.parameters.flatMap((parameter): Violation[] => {
    const { name, in: location, required, pointer, validate, style, schema } = parameter;
    // Objects have many forms in a query, and recorders store cookies elsewhere.
    if (location === "cookie" || style === "deepObject" || schema.type === "object" || parameter.mediaType) return [];
    const texts = textsOf(parameter);
    if (texts.length === 0)
      return required
        ? [
            violation(
              `the ${location} parameter ${name}`,
              "a request without it",
              pointer,
              `absent ${location} ${name}`,
            ),
          ]
        : [];
    const [text = ""] = texts;
    const readings = [...scalarsIn(text), ...listsIn(texts.length > 1 ? texts : text.split(","))];
    if (readings.some((reading) => validate(reading).length === 0)) return [];
    const message = validate(text)[0]?.message ?? "is not valid";
    return [
      violation(
        `a ${location} parameter ${name} that ${message}`,
        texts.join(", ").slice(0, 120),
        pointer,
        `invalid ${location} ${name}`,
      ),
    ];
  });
}

function judgeCredentials({ security }: ContractOperation, { headers, target }: WireRequest): Violation[] {
  const absent = security.credentials.find(({ in: location, name }) =>
    location === "query"
      ? !new URLSearchParams(target.split("?")[1] ?? "").has(name)
      : headerValues(headers, location === "cookie" ? "cookie" : name.toLowerCase()).length === 0,
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
