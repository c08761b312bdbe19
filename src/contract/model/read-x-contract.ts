import { UserError } from "../../internal/user-error.ts";
import { type Pointer, pointTo } from "../../openapi/pointer.ts";
import { type Expression, isProblem, parseExpression, parseTemplate } from "../../openapi/runtime-expression.ts";
import {
  type Equation,
  type ExactStatuses,
  type RequestClass,
  requestClasses,
  type Stated,
  type XContract,
} from "./x-contract.ts";

type Source = "request" | "response";

/** Reads the value of each key. */
const readers: Record<string, (value: unknown, pointer: Pointer) => Partial<XContract>> = {
  echoes: (value, pointer) => ({ echoes: readEquations(value, pointer, readEcho) }),
  equals: (value, pointer) => ({ equals: readEquations(value, pointer, readTemplate) }),
  unique: (value, pointer) => ({ unique: readList(value, pointer) }),
  recent: (value, pointer) => ({ recent: readList(value, pointer) }),
  defaults: (value, pointer) => ({ defaults: readFlag(value, pointer) }),
  idempotencyKey: (value, pointer) => ({ idempotencyKey: readKey(value, pointer) }),
  errors: (value, pointer) => ({ errorPointer: readErrors(value, pointer) }),
  statuses: (value, pointer) => ({ statuses: readStatuses(value, pointer) }),
};

/**
 * Reads an operation's `x-contract`.
 *
 * @throws {UserError} exit code 2, if it has an unknown key, class or value, or the form of an older version.
 */
export function readXContract(value: unknown, operation: Pointer): XContract {
  const pointer = pointTo(operation, "x-contract");
  const nothing = { echoes: [], equals: [], unique: [], recent: [], errorPointer: undefined };
  const empty: XContract = { pointer, ...nothing, defaults: false, idempotencyKey: undefined, statuses: {} };
  if (value === undefined) return empty;
  const stated = entriesOf(value, pointer).map(([key, content]) => {
    const location = pointTo(pointer, key);
    if (key === "answers") refuse(location, `is now called statuses. Write ${JSON.stringify({ statuses: content })}`);
    const read = Object.hasOwn(readers, key) ? readers[key] : undefined;
    return (
      read?.(content, location) ?? refuse(location, `is unknown: x-contract has ${Object.keys(readers).join(", ")}`)
    );
  });
  return Object.assign(empty, ...stated);
}

function readEquations(value: unknown, pointer: Pointer, readSource: typeof readTemplate): Equation[] {
  return entriesOf(value, pointer).map(([text, source]) => {
    const location = pointTo(pointer, text);
    if (isPointer(text) && isPointer(source)) {
      const converted = { [bodyOf("response", text)]: bodyOf("request", source) };
      refuse(location, `is an old form. Write ${JSON.stringify(converted)}`);
    }
    return { ...readStated(text, location), value: readSource(source, location) };
  });
}

function readEcho(value: unknown, pointer: Pointer) {
  readExpression(value, pointer, "request");
  return readTemplate(value, pointer);
}

function readTemplate(value: unknown, pointer: Pointer) {
  if (typeof value !== "string")
    return refuse(pointer, `must be a text with runtime expressions, not ${JSON.stringify(value)}`);
  const template = parseTemplate(value);
  return isProblem(template) ? refuse(pointer, template.problem) : template;
}

function readList(value: unknown, pointer: Pointer): Stated[] {
  const items = Array.isArray(value) ? value : refuse(pointer, "must be a list");
  return items.map((item: unknown, index) => readStated(item, pointTo(pointer, index)));
}

function readFlag(value: unknown, pointer: Pointer): boolean {
  return typeof value === "boolean" ? value : refuse(pointer, `must be true or false, not ${JSON.stringify(value)}`);
}

function readKey(value: unknown, pointer: Pointer): string {
  const expression = readExpression(value, pointer, "request");
  if ("part" in expression && expression.part === "header") return expression.name;
  return refuse(pointer, `must name a header, as in $request.header.Idempotency-Key, not ${JSON.stringify(value)}`);
}

function readErrors(value: unknown, pointer: Pointer): Stated {
  const [[key, text] = ["", undefined], ...others] = entriesOf(value, pointer);
  if (key === "pointer" && others.length === 0) return readStated(text, pointTo(pointer, key));
  return refuse(pointer, "must have pointer and nothing else");
}

function readStatuses(value: unknown, pointer: Pointer): ExactStatuses {
  const statuses = entriesOf(value, pointer).map(([name, content]) => {
    const location = pointTo(pointer, name);
    if (!Object.hasOwn(requestClasses, name)) {
      refuse(location, `is not a request class; those are ${Object.keys(requestClasses).join(", ")}`);
    }
    const numbers = [content].flat().map((item) => (/^[1-5]\d\d$/.test(String(item)) ? Number(item) : Number.NaN));
    if (numbers.length === 0 || numbers.includes(Number.NaN))
      refuse(location, "must be a status or a list of statuses");
    return [name as RequestClass, numbers] as const;
  });
  return Object.fromEntries(statuses);
}

/** Reads an expression that stands for a value of the response. */
function readStated(value: unknown, pointer: Pointer): Stated {
  return { expression: readExpression(value, pointer, "response"), text: String(value), pointer };
}

function readExpression(value: unknown, pointer: Pointer, source: Source): Expression {
  if (isPointer(value)) refuse(pointer, `is an old form. Write ${JSON.stringify(bodyOf(source, value))}`);
  if (typeof value !== "string") return refuse(pointer, `must be a runtime expression, not ${JSON.stringify(value)}`);
  const expression = parseExpression(value);
  if (isProblem(expression)) return refuse(pointer, `has ${JSON.stringify(value)}, which ${expression.problem}`);
  if (expression.source === source) return expression;
  return refuse(pointer, `must begin with $${source}, not ${value}`);
}

function bodyOf(source: Source, pointer: string): string {
  return `$${source}.body#${pointer}`;
}

function isPointer(value: unknown): value is string {
  return typeof value === "string" && value.startsWith("/");
}

function entriesOf(value: unknown, pointer: Pointer): [string, unknown][] {
  if (typeof value !== "object" || value === null || Array.isArray(value)) return refuse(pointer, "must be an object");
  return Object.entries(value);
}

function refuse(pointer: Pointer, problem: string): never {
  throw new UserError(`#${pointer} ${problem}.`, 2);
}
