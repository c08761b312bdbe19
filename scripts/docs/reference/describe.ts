import {
  dereference,
  type Json,
  type MediaType,
  type OpenApiDocument,
  type Operation,
  type Parameter,
  type Reference,
  type RequestBody,
  type Schema,
} from "../../../src/openapi/document.ts";
import { listOperations, type PlacedOperation } from "../../../src/openapi/operation.ts";
import { defaultServerUrl } from "../../../src/openapi/server-url.ts";
import { anchor } from "./anchors.ts";
import { type Credentials, describeCredentials } from "./credentials.ts";
import { describeFailures, type FailureAdvice } from "./failures.ts";
import { type Direction, describeField, type Field, listFields } from "./fields.ts";

/** An API for the docs: everything resolved, in the spec's order. */
export interface ApiReference {
  title: string;
  version: string;
  /** One plain sentence. */
  summary: string;
  /** CommonMark. */
  description: string;
  license: string;
  /** The first server, with its variables' defaults. */
  baseUrl: string;
  operations: OperationReference[];
}

/** One operation. */
export interface OperationReference {
  /** Its `operationId`, and its anchor. */
  id: string;
  /** Upper case. */
  method: string;
  path: string;
  summary: string;
  /** The first paragraph of the description, CommonMark. */
  lead: string;
  /** The other paragraphs. */
  details: string;
  deprecated: boolean;
  credentials: Credentials;
  parameters: (Field & { in: string; name: string })[];
  request: BodyReference | undefined;
  responses: ResponseReference[];
  samples: Sample[];
  failures: FailureAdvice[];
}

/** A body. */
export interface BodyReference {
  id: string;
  description: string;
  required: boolean;
  mediaType: string;
  type: string;
  fields: Field[];
  example?: Json | undefined;
}

/** A documented response. */
export interface ResponseReference {
  id: string;
  /** As in the spec: `200`, `4XX`, `default`. */
  status: string;
  description: string;
  headers: Field[];
  body: BodyReference | undefined;
}

/** A code sample of the documented call. */
export interface Sample {
  label: string;
  /** The language, as named in the spec. */
  language: string;
  code: string;
}

/** Converts the document for the docs. A pure function. */
export function describeApi(document: OpenApiDocument): ApiReference {
  const { info } = document as OpenApiDocument & DocumentParts;
  return {
    title: info.title,
    version: info.version,
    summary: info.summary ?? "",
    description: info.description ?? "",
    license: info.license?.name ?? "",
    baseUrl: defaultServerUrl(document),
    operations: listOperations(document).map((placed) => describeOperation(document, placed)),
  };
}

interface DocumentParts {
  info: { title: string; version: string; summary?: string; description?: string; license?: { name: string } };
}

function describeOperation(document: OpenApiDocument, placed: PlacedOperation): OperationReference {
  const { operation, method, path, parameters } = placed;
  const id = operation.operationId ?? anchor(method, path);
  const [lead = "", ...details] = (operation.description ?? "").trim().split(/\n\s*\n/);
  const body = operation.requestBody && dereference(document, operation.requestBody);
  return {
    id,
    method: method.toUpperCase(),
    path,
    summary: operation.summary ?? `${method.toUpperCase()} ${path}`,
    lead,
    details: details.join("\n\n"),
    deprecated: operation.deprecated === true,
    credentials: describeCredentials(document, operation),
    parameters: parameters.map((parameter) => describeParameter(document, parameter, anchor(id, parameter.in))),
    request: body && describeRequest(document, body, anchor(id, "request")),
    responses: Object.entries(operation.responses ?? {}).map(([status, response]) => {
      const { description, content, headers } = dereference(document, response) as ResponseParts;
      const place = anchor(id, "response", status);
      return {
        id: place,
        status,
        description,
        headers: Object.entries(headers ?? {}).map(([name, header]) =>
          describeParameter(
            document,
            { ...dereference(document, header), name, in: "header" },
            anchor(place, "header"),
          ),
        ),
        body: content && describeBody(document, content, "response", place),
      };
    }),
    samples: samplesOf(operation),
    failures: describeFailures(method, operation),
  };
}

function describeRequest(document: OpenApiDocument, body: RequestBody, id: string): BodyReference | undefined {
  const described = describeBody(document, body.content, "request", id);
  return described && { ...described, required: body.required === true, description: body.description ?? "" };
}

interface ResponseParts {
  description: string;
  content?: Record<string, MediaType>;
  headers?: Record<string, Parameter | Reference>;
}

function describeParameter(document: OpenApiDocument, parameter: Parameter, id: string) {
  const { name, schema = {}, example } = parameter as Parameter & { schema?: Schema; example?: Json };
  const place = { id: anchor(id, name), path: name, depth: 0, required: parameter.required === true };
  const field = describeField(document, { schema, pointer: "" }, place);
  return {
    ...field,
    name,
    in: parameter.in,
    description: parameter.description ?? field.description,
    example: example ?? field.example,
  };
}

function describeBody(
  document: OpenApiDocument,
  content: Record<string, MediaType>,
  direction: Direction,
  id: string,
): BodyReference | undefined {
  const [[mediaType, { schema, example, examples }] = ["", {} as MediaType]] = Object.entries(content);
  if (mediaType === "") return undefined;
  const self = describeField(
    document,
    { schema: schema ?? {}, pointer: "" },
    { id, path: "", depth: 0, required: true },
  );
  const [first] = Object.values(examples ?? {}).map((value) => dereference<{ value?: Json }>(document, value));
  return {
    id,
    mediaType,
    required: true,
    description: self.description,
    type: self.type,
    fields: listFields(document, schema, direction, id),
    example: example ?? first?.value ?? self.example,
  };
}

/** https://redocly.com/docs/realm/author/reference/openapi-extensions/x-code-samples */
function samplesOf(operation: Operation): Sample[] {
  const { "x-codeSamples": samples = [] } = operation as {
    "x-codeSamples"?: { lang: string; label?: string; source: string }[];
  };
  return samples.map(({ lang, label, source }) => ({ language: lang, label: label ?? lang, code: source.trimEnd() }));
}
