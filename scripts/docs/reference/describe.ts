import type { Body } from "../../../src/openapi/content.ts";
import type { Json, OpenApiDocument } from "../../../src/openapi/document.ts";
import { listOperations, type Operation, type RequestBody } from "../../../src/openapi/operation.ts";
import type { Header, Parameter } from "../../../src/openapi/parameter.ts";
import type { Response } from "../../../src/openapi/responses.ts";
import { defaultServerUrl } from "../../../src/openapi/server-url.ts";
import { anchor } from "./anchors.ts";
import { type Credentials, describeCredentials } from "./credentials.ts";
import { describeFailures, type FailureAdvice, type SeenResponse } from "./failures.ts";
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
  /** Its `operationId`, else its method and path; and its anchor. */
  id: string;
  /** Upper case. */
  method: string;
  path: string;
  /** The first of its tags; empty if it has none. */
  tag: string;
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
  /** Not a part of the contract. */
  seenInTheWild: SeenResponse[];
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
    operations: listOperations(document).map(describeOperation),
  };
}

interface DocumentParts {
  info: { title: string; version: string; summary?: string; description?: string; license?: { name: string } };
}

function describeOperation(operation: Operation): OperationReference {
  const { document, object, method, path, parameters, requestBody, responses, security } = operation;
  const id = anchor(operation.id);
  const [lead = "", ...details] = (object.description ?? "").trim().split(/\n\s*\n/);
  return {
    id,
    method,
    path,
    tag: object.tags?.[0] ?? "",
    summary: object.summary ?? `${method} ${path}`,
    lead,
    details: details.join("\n\n"),
    deprecated: object.deprecated === true,
    credentials: describeCredentials(security),
    parameters: parameters.map((parameter) => describeParameter(document, parameter, anchor(id, parameter.in))),
    request: requestBody && describeRequest(document, requestBody, anchor(id, "request")),
    responses: [...responses.values()].map((response) =>
      describeResponse(document, response, anchor(id, "response", response.status)),
    ),
    samples: samplesOf(operation),
    failures: describeFailures(operation),
    seenInTheWild: object["x-seen-in-the-wild"] ?? [],
  };
}

function describeRequest(
  document: OpenApiDocument,
  { bodies, required, description = "" }: RequestBody,
  id: string,
): BodyReference | undefined {
  const described = describeBody(document, bodies, "request", id);
  return described && { ...described, required, description };
}

function describeResponse(document: OpenApiDocument, response: Response, id: string): ResponseReference {
  const { status, description, headers, bodies } = response;
  return {
    id,
    status,
    description,
    headers: headers.map((header) => describeHeader(document, header, anchor(id, "header"))),
    body: describeBody(document, bodies, "response", id),
  };
}

function describeParameter(document: OpenApiDocument, parameter: Parameter, id: string) {
  return { ...describeHeader(document, parameter, id), name: parameter.name, in: parameter.in };
}

function describeHeader(document: OpenApiDocument, header: Header, id: string): Field {
  const { name, required, schema = {}, schemaPointer, examples } = header;
  const place = { id: anchor(id, name), path: name, depth: 0, required };
  const field = describeField(document, { schema, pointer: schemaPointer }, place);
  return {
    ...field,
    description: header.description ?? field.description,
    example: examples[0]?.value ?? field.example,
  };
}

/** The first of the media types. */
function describeBody(
  document: OpenApiDocument,
  [body]: readonly Body[],
  direction: Direction,
  id: string,
): BodyReference | undefined {
  if (!body) return undefined;
  const { mediaType, schema, schemaPointer, examples } = body;
  const self = describeField(
    document,
    { schema: schema ?? {}, pointer: schemaPointer },
    { id, path: "", depth: 0, required: true },
  );
  return {
    id,
    mediaType,
    required: true,
    description: self.description,
    type: self.type,
    fields: listFields(document, schema, direction, id),
    example: examples[0]?.value ?? self.example,
  };
}

function samplesOf({ object: { "x-codeSamples": samples = [] } }: Operation): Sample[] {
  return samples.map(({ lang, label, source }) => ({ language: lang, label: label ?? lang, code: source.trimEnd() }));
}
