import type { Json } from "../spec/document.ts";

/** A call that a reader can make at once: of an operation that needs no more than a documented body. */
export interface FirstCall {
  /** As the description has it: `createThing`. */
  operationId: string;
  path: string;
  /** Name of the body's component schema, which is its type in every language. */
  bodyType: string;
  body: Json;
  baseUrl: string;
  /** Name of this package, which names a language's module. */
  packageName: string;
  /** What stands for the reader's key. */
  key: string;
}

/** A program and how to find out whether it is here. */
export interface Tool {
  /** A command that ends well where the tool can be used. */
  probe: readonly [command: string, ...args: string[]];
  /** What to say where it cannot: `go is missing`. */
  missing: string;
}

/** A language that clients are generated in. */
export interface Language {
  /** As it is asked for, and as the generator calls it. */
  name: string;
  title: string;
  /** Options of the generator beside language and output. */
  options?: readonly string[];
  /** Name of the generated file. */
  client: string;
  /** What the client needs, and how it is installed: Markdown. */
  install: string;
  /** Files beside the client, by name. @param packageName The name of this package. */
  beside?(packageName: string): ReadonlyMap<string, string>;
  /** A program that makes the call and prints the answer as JSON. */
  example: {
    /** Where it stands beside the client. */
    file: string;
    /** @param client The text of the generated client, which names its own package. */
    render(call: FirstCall, client: string): string;
  };
  /** What the example needs to run. */
  tools: readonly Tool[];
  /** Commands that run the example, in the client's folder. The last prints the answer. */
  run: readonly (readonly [command: string, ...args: string[]])[];
}

/** `createThing` as `CreateThing`. */
export function pascalCase(name: string): string {
  return name.charAt(0).toUpperCase() + name.slice(1);
}

/** `createThing` as `create_thing`. */
export function snakeCase(name: string): string {
  return name.replaceAll(/([a-z0-9])([A-Z])/g, "$1_$2").toLowerCase();
}
