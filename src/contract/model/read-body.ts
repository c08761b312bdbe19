import type { Body } from "../../openapi/content.ts";
import type { OpenApiDocument } from "../../openapi/document.ts";
import type { Operation } from "../../openapi/operation.ts";
import { type BodyWriter, isExpressible } from "../bodies/body-format.ts";
import { chooseBody, formatOf, writtenTypes } from "../bodies/index.ts";
import { cannotWrite } from "../bodies/readings.ts";
import { requiresFile, withoutFiles } from "../bodies/without-files.ts";
import type { ContractBody } from "./operation.ts";
import type { Schemas } from "./schemas.ts";

/** Methods whose requests have no body: https://www.rfc-editor.org/rfc/rfc9110#section-9.3.1 */
const bodiless = new Set(["GET", "HEAD", "TRACE", "OPTIONS"]);

/** Reads the body that cases send, with its schema compiled; undefined where they send none. */
export function readBody({ method, requestBody, document }: Operation, schemas: Schemas): ContractBody | undefined {
  const chosen = requestBody && chooseSendable(requestBody.bodies, document);
  if (!chosen || bodiless.has(method)) return undefined;
  const { required, pointer, bodies } = requestBody;
  const mediaTypes = bodies.map(({ mediaType }) => mediaType);
  const hasFileForm = bodies.some(writesFiles);
  const read = (body: Body): ContractBody[] => {
    const { mediaType, schemaPointer, examples, encoding, schema = {} } = body;
    const validate = body.schema ? schemas.compile(schemaPointer, "request") : () => [];
    const described = { document, mediaType, schema, schemaPointer, encoding, validate };
    const format = formatOf(mediaType);
    if (!format) return [];
    const created = format.create(described);
    const writer =
      format.writesFiles || (created.withJson && !hasFileForm) ? created : withoutFiles(created, described);
    const shared = { required, pointer, mediaType, mediaTypes, others: [], schema, schemaPointer, examples };
    return [{ ...tellingNoBody(writer, required), ...shared }];
  };
  const others = bodies.filter((body) => body !== chosen && !body.mediaType.includes("*")).flatMap(read);
  const [body] = read(chosen);
  return body && { ...body, others };
}

/** The body that tells most apart. Where a form for files is documented, a body that requires one is sent in it. */
function chooseSendable(bodies: readonly Body[], document: OpenApiDocument): Body | undefined {
  if (!bodies.some(writesFiles)) return chooseBody(bodies);
  return chooseBody(
    bodies.filter((body) => writesFiles(body) || !requiresFile({ ...body, schema: body.schema ?? {}, document })),
  );
}

function writesFiles({ mediaType }: Body): boolean {
  return formatOf(mediaType)?.writesFiles === true;
}

/** A value without bytes is what a server takes for no body: valid or not, unless a body is required and it is not valid. */
function tellingNoBody(writer: BodyWriter, required: boolean): BodyWriter {
  if (writer.withJson) return writer;
  return {
    ...writer,
    validate(value) {
      const errors = writer.validate(value);
      const isClear = !isExpressible(errors) || (required && errors.length > 0) || writer.encode(value).length > 0;
      return isClear ? errors : [cannotWrite("", "has no bytes, which may count as no body")];
    },
  };
}

/** Why the suite cannot send the body that the operation requires; undefined if it can, or if none is required. */
export function unsendableBody({ method, requestBody }: Operation): string | undefined {
  if (bodiless.has(method) || !requestBody?.required || chooseBody(requestBody.bodies)) return undefined;
  return `its body is ${listOf(requestBody.bodies)}, and the suite sends ${writtenTypes}`;
}

/** Which of the documented bodies no test case sends, and why. */
export function untestedBodies({ method, requestBody }: Operation): string[] {
  const bodies = requestBody?.bodies ?? [];
  if (bodies.length === 0) return [];
  if (bodiless.has(method)) return [`its body was not sent: a body means nothing to ${method}`];
  const unwritten = bodies.filter(({ mediaType }) => !formatOf(mediaType));
  return unwritten.length === 0
    ? []
    : [`its body was not sent as ${listOf(unwritten)}: the suite sends ${writtenTypes}`];
}

function listOf(bodies: readonly Body[]): string {
  return bodies.map(({ mediaType }) => mediaType).join(", ");
}
