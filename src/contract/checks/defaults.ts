import { keysOf, type Pointer, pointTo, readablePath, valueAt } from "../../openapi/pointer.ts";
import { itemOf, keywordOf, partsOf, propertiesOf, type SchemaPart } from "../../openapi/schema-parts.ts";
import { isOwnSuccess, viewExchange } from "../model/exchange-view.ts";
import type { ContractOperation } from "../model/operation.ts";
import { isSameJson } from "../values/same-json.ts";
import type { ViolationDetails } from "../violation.ts";
import { type Check, documentedResponse } from "./check.ts";
import { shorten } from "./equations.ts";

/** If `x-contract` says so, a property that the request omits comes back as its `default`. */
export const defaults: Check = {
  name: "defaults",
  headline: "an omitted property does not come back as its default",
  rank: 9,
  run(testCase, exchange, { baseUrl }) {
    const { operation, target } = testCase;
    const documented = documentedResponse(testCase, exchange);
    if (!operation.xContract.defaults || !documented || !isOwnSuccess(target, exchange)) return [];
    const { request, response } = viewExchange(operation, exchange, baseUrl);
    if (request.body === undefined || response?.body === undefined) return [];
    return omittedDefaults(operation, request.body).flatMap(({ path, value, pointer }): ViolationDetails[] => {
      const location = echoOf(operation, path) ?? path;
      const actual = valueAt(response.body, location);
      const isExpected = location !== path || documentsLocation(operation, documented.schemas, location);
      if (!isExpected || isSameJson(actual, value)) return [];
      const expected = `${readablePath(location)} of the response body that equals the default of ${readablePath(path)}: ${shorten(value)}`;
      return [{ severity: "error", expected, actual: shorten(actual), pointer, fingerprint: path }];
    });
  },
};

/** A property with a default that a body omits. */
interface OmittedDefault {
  path: Pointer;
  value: unknown;
  /** Where the document states the default. */
  pointer: Pointer;
}

function omittedDefaults({ body, document }: ContractOperation, root: unknown): OmittedDefault[] {
  const found: OmittedDefault[] = [];
  const visit = (value: unknown, path: Pointer, part: SchemaPart) => {
    const parts = partsOf(document, part.schema, part.pointer, noBranch);
    if (Array.isArray(value)) {
      for (const [index, item] of value.entries()) {
        const itemPart = itemOf(parts, index);
        if (itemPart) visit(item, pointTo(path, index), itemPart);
      }
    } else if (typeof value === "object" && value !== null) {
      for (const [name, property] of propertiesOf(parts)) {
        const location = pointTo(path, name);
        if (Object.hasOwn(value, name)) visit((value as Record<string, unknown>)[name], location, property);
        else found.push(...defaultOf(partsOf(document, property.schema, property.pointer, noBranch), location));
      }
    }
  };
  if (body) visit(root, "", { schema: body.schema, pointer: body.schemaPointer });
  return found;
}

function defaultOf(parts: SchemaPart[], path: Pointer): OmittedDefault[] {
  const isOneWay = keywordOf(parts, "readOnly") === true || keywordOf(parts, "writeOnly") === true;
  const owner = parts.find(({ schema }) => schema.default !== undefined);
  if (!owner || isOneWay) return [];
  return [{ path, value: owner.schema.default, pointer: pointTo(owner.pointer, "default") }];
}

/** Where `echoes` says that the location of the request comes back. */
function echoOf({ xContract }: ContractOperation, path: Pointer): Pointer | undefined {
  const echo = xContract.echoes.find(({ value }) => value.text === `$request.body#${path}`);
  const { expression } = echo ?? {};
  return expression && "part" in expression && expression.part === "body" ? expression.pointer : undefined;
}

/** Whether one of the schemas has properties or items all the way to the location. */
function documentsLocation({ document }: ContractOperation, schemas: readonly SchemaPart[], path: Pointer): boolean {
  return schemas.some((schema) => {
    let part: SchemaPart | undefined = schema;
    for (const key of keysOf(path)) {
      const parts: SchemaPart[] = part ? partsOf(document, part.schema, part.pointer, noBranch) : [];
      part = propertiesOf(parts).get(key) ?? (/^\d+$/.test(key) ? itemOf(parts, Number(key)) : undefined);
    }
    return part !== undefined;
  });
}

/** What only a branch of `anyOf` or `oneOf` states may not apply. */
const noBranch = () => [];
