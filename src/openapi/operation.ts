import { type Body, readBodies } from "./content.ts";
import type {
  OpenApiDocument,
  OperationObject,
  PathItemObject,
  Reference,
  RequestBodyObject,
  ServerObject,
} from "./document.ts";
import { type Parameter, type ParameterList, readParameters } from "./parameter.ts";
import { pathShape } from "./path-key.ts";
import { type Pointer, pointTo } from "./pointer.ts";
import { followReferences, type Located, resolve } from "./reference.ts";
import { type Response, readResponses, responseKey } from "./responses.ts";
import { readSecurity, type Security } from "./security.ts";

/** The methods of https://spec.openapis.org/oas/v3.1.0#path-item-object, in its order. */
const methods = ["get", "put", "post", "delete", "options", "head", "patch", "trace"] as const;

/** A path of a document. */
export interface Path {
  /** The template: `/things/{id}`. */
  path: string;
  /** In the order of OpenAPI's own list of methods. */
  operations: Operation[];
}

/** A request body. */
export interface RequestBody {
  description: string | undefined;
  required: boolean;
  pointer: Pointer;
  bodies: Body[];
}

/** What the operations of one path share. */
interface SharedParts {
  document: OpenApiDocument;
  path: string;
  /** The upper-case methods that the path has. */
  methods: string[];
  parameters: ParameterList[];
  servers: ServerObject[] | undefined;
}

/**
 * An operation of a document. Everything that a `$ref` may stand for is resolved when it is first read: listing thousands
 * costs little, and a reference that leads nowhere concerns its own operation alone.
 *
 * The getters throw a {@link UserError} with exit code 2, where a `$ref` leads nowhere or back to itself.
 */
export class Operation {
  /** The `operationId`, or `POST /path` where it has none. */
  readonly id: string;
  /** Upper case. */
  readonly method: string;
  /** As the document has it, for what only few readers want. */
  readonly object: OperationObject;
  readonly pointer: Pointer;
  readonly #shared: SharedParts;
  #parameters: Parameter[] | undefined;
  #requestBody: RequestBody | undefined;
  #responses: Map<string, Response> | undefined;

  constructor(method: string, { value, pointer }: Located<OperationObject>, shared: SharedParts) {
    this.id = value.operationId ?? `${method} ${shared.path}`;
    this.method = method;
    this.object = value;
    this.pointer = pointer;
    this.#shared = shared;
  }

  get document(): OpenApiDocument {
    return this.#shared.document;
  }

  /** The template: `/things/{id}`. */
  get path(): string {
    return this.#shared.path;
  }

  /** The upper-case methods that the document has on this path. */
  get methods(): string[] {
    return this.#shared.methods;
  }

  /** Those of the path and its own, which win. */
  get parameters(): Parameter[] {
    const own = { value: this.object.parameters ?? [], pointer: pointTo(this.pointer, "parameters") };
    this.#parameters ??= readParameters(this.document, [...this.#shared.parameters, own]);
    return this.#parameters;
  }

  /** Undefined where it takes none. */
  get requestBody(): RequestBody | undefined {
    const { requestBody } = this.object;
    if (requestBody === undefined) return undefined;
    this.#requestBody ??= readRequestBody(this.document, requestBody, pointTo(this.pointer, "requestBody"));
    return this.#requestBody;
  }

  /** By status in its usual form: `200`, `4XX`, `default`. */
  get responses(): ReadonlyMap<string, Response> {
    const { responses = {} } = this.object;
    this.#responses ??= readResponses(this.document, responses, pointTo(this.pointer, "responses"));
    return this.#responses;
  }

  /** The responses whose status is 2xx. */
  get successes(): Response[] {
    return [...this.responses.values()].filter(({ status }) => status.startsWith("2"));
  }

  /** The response that covers a status: its own, its range's or the default. */
  responseFor(status: number): Response | undefined {
    const key = responseKey(this.responses, status);
    return key === undefined ? undefined : this.responses.get(key);
  }

  /** Its own, else the document's. */
  get security(): Security {
    return readSecurity(this.document, this.object, this.pointer);
  }

  /** Its own, else those of its path, else the document's. */
  get servers(): ServerObject[] {
    return this.object.servers ?? this.#shared.servers ?? this.document.servers ?? [];
  }
}

/**
 * Every path of the document with its operations, in the document's order.
 *
 * @throws {UserError} exit code 2, where the `$ref` of a path item leads nowhere or back to itself.
 */
export function listPaths(document: OpenApiDocument): Path[] {
  const methodsByShape = new Map<string, string[]>();
  return Object.entries(document.paths ?? {})
    .filter(([path, item]) => !path.startsWith("x-") && isObject(item))
    .map(([path, item]) => {
      // What a path item has beside its `$ref` counts too, and first.
      const layers = followReferences(document, item, pointTo("/paths", path));
      const found = methods.flatMap((method) => {
        const layer = layers.find(({ value }) => isObject(value[method]));
        return layer ? [{ method: method.toUpperCase(), operation: childOf<OperationObject>(layer, method) }] : [];
      });
      const withParameters = layers.find(({ value }) => value.parameters !== undefined);
      const shared: SharedParts = {
        document,
        path,
        methods: addMethods(
          methodsByShape,
          pathShape(path),
          found.map(({ method }) => method),
        ),
        parameters: withParameters ? [childOf(withParameters, "parameters")] : [],
        servers: layers.find(({ value }) => value.servers !== undefined)?.value.servers,
      };
      return { path, operations: found.map(({ method, operation }) => new Operation(method, operation, shared)) };
    });
}

/** The methods of a path, which several keys may share: those of all of them, also of the keys that come later. */
function addMethods(methodsByShape: Map<string, string[]>, shape: string, methods: readonly string[]): string[] {
  const all = methodsByShape.get(shape) ?? [];
  methodsByShape.set(shape, all);
  all.push(...methods.filter((method) => !all.includes(method)));
  return all;
}

/**
 * Every operation of the document, in the document's order.
 *
 * @throws {UserError} as {@link listPaths} does.
 */
export function listOperations(document: OpenApiDocument): Operation[] {
  return listPaths(document).flatMap(({ operations }) => operations);
}

function childOf<T>({ value, pointer }: Located<PathItemObject>, key: string): Located<T> {
  return { value: value[key] as T, pointer: pointTo(pointer, key) };
}

function isObject(value: unknown): boolean {
  return typeof value === "object" && value !== null;
}

function readRequestBody(
  document: OpenApiDocument,
  requestBody: RequestBodyObject | Reference,
  place: Pointer,
): RequestBody {
  const { value, pointer } = resolve<RequestBodyObject>(document, requestBody, place);
  const { description, required = false } = value;
  return { description, required, pointer, bodies: readBodies(document, value, pointer) };
}
