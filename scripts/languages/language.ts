import type { Json } from "../../src/openapi/document.ts";

/** A call that works at once, of an operation that needs only a documented body. */
export interface FirstCall {
  /** As in the spec: `createThing`. */
  operationId: string;
  path: string;
  /** Name of the body's component schema, which is its type in every language. */
  bodyType: string;
  body: Json;
  baseUrl: string;
  /** Name of this package, which names a language's module. */
  packageName: string;
  /** Placeholder of the reader's key. */
  key: string;
}

/** A command and its arguments, run without a shell. */
export type Command = readonly [command: string, ...args: string[]];

/** A program, and how to check whether it is installed. */
export interface Tool {
  /** A command that succeeds if the tool is usable. */
  probe: Command;
  /** Message if it is not: `go is not installed`. */
  missing: string;
}

/** A language that clients are generated in. */
export interface Language {
  /** Name on the command line and of the generator. */
  name: string;
  title: string;
  /** Options of the generator besides language and output. */
  options?: readonly string[];
  /** Name of the generated file. */
  client: string;
  /** What the client requires: `Go 1.19 or newer`. */
  needs: string;
  /** A shell command that installs its packages. */
  packages?: string;
  /** Path of the client in a reader's project, if not its own name. @param client Its text. */
  place?(client: string): string;
  /** If the client is a separate module, its folder in the reader's project has the language's name. */
  module?: {
    /** Files besides the client, by name. @param packageName The name of this package. */
    files(packageName: string): ReadonlyMap<string, string>;
    /** Creates a project in a folder. */
    create: Command;
    /** Adds the module to the project. */
    require(packageName: string): Command;
  };
  /** A program that makes the call and prints the response as JSON. */
  example: {
    /** Its path in the reader's project. */
    file: string;
    /** @param client The text of the generated client, which names its own package. */
    render(call: FirstCall, client: string): string;
  };
  /** Tools that the example needs. */
  tools: readonly Tool[];
  /** Commands that run the example in the reader's project. The last one prints the response. */
  run: readonly Command[];
  /** The same as a reader types them, if `run` uses tools of this checkout. */
  typed?: string;
}

/** `createThing` as `CreateThing`. */
export function pascalCase(name: string): string {
  return name.charAt(0).toUpperCase() + name.slice(1);
}

/** `createThing` as `create_thing`. */
export function snakeCase(name: string): string {
  return name.replaceAll(/([a-z0-9])([A-Z])/g, "$1_$2").toLowerCase();
}
