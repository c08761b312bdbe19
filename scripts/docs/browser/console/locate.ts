import { type Node, type ParseError, parseTree, printParseErrorCode } from "jsonc-parser";
import { keysOf } from "../../../../src/openapi/pointer.ts";

/** A wrong place in a body. */
export interface WrongPlace {
  /** What is wrong, with line and JSON pointer. */
  message: string;
  /** Offsets in the text. */
  start: number;
  end: number;
}

/** Finds the first place where a text is not JSON. */
export function findSyntaxError(text: string): WrongPlace | undefined {
  const errors: ParseError[] = [];
  parseTree(text, errors, { disallowComments: true });
  const [error] = errors;
  if (!error) return undefined;
  const words = printParseErrorCode(error.error)
    .replaceAll(/(?<=[a-z])[A-Z]/g, (letter) => ` ${letter}`)
    .toLowerCase();
  const start = Math.min(error.offset, Math.max(0, text.length - 1));
  const message = `Line ${lineAt(text, start)}: the body is not JSON: ${words}`;
  return { message, start, end: start + Math.max(1, error.length) };
}

/** Finds the value that a JSON pointer points to; of one with more lines, the first. */
export function findValue(text: string, pointer: string, message: string): WrongPlace {
  const node = keysOf(pointer).reduce<Node | undefined>(childOf, parseTree(text));
  const start = node?.offset ?? 0;
  const line = `Line ${lineAt(text, start)}, ${pointer || "the body"}: ${message}`;
  const [firstLine = ""] = text.slice(start, start + (node?.length ?? 1)).split("\n");
  return { message: line, start, end: start + firstLine.length };
}

function childOf(node: Node | undefined, part: string): Node | undefined {
  if (node?.type === "array") return node.children?.[Number(part)];
  return node?.children?.find(({ children: [name] = [] }) => name?.value === part)?.children?.[1];
}

function lineAt(text: string, offset: number): number {
  return text.slice(0, offset).split("\n").length;
}
