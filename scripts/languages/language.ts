import type { Json } from "../../src/openapi/document.ts";

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

/** A command and its arguments, as they are run without a shell. */
export type Command = readonly [command: string, ...args: string[]];

/** A program and how to find out whether it is here. */
export interface Tool {
  /** A command that ends well where the tool can be used. */
  probe: Command;
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
  /** What the client needs: `Go 1.19 or newer`. */
  needs: string;
  /** A line of a shell that installs the packages that it needs. */
  packages?: string;
  /** Where the client stands in a reader's project, if not under its own name. @param client Its text. */
  place?(client: string): string;
  /** Where the client is a module of its own, its folder stands in the reader's project under the language's name. */
  module?: {
    /** Files beside the client, by name. @param packageName The name of this package. */
    files(packageName: string): ReadonlyMap<string, string>;
    /** Makes a project out of a folder. */
    create: Command;
    /** Makes the module known to the project. */
    require(packageName: string): Command;
  };
  /** A program that makes the call and prints the answer as JSON. */
  example: {
    /** Where it stands in the reader's project. */
    file: string;
    /** @param client The text of the generated client, which names its own package. */
    render(call: FirstCall, client: string): string;
  };
  /** What the example needs to run. */
  tools: readonly Tool[];
  /** Commands that run the example, in the reader's project. The last prints the answer. */
  run: readonly Command[];
  /** The same as a reader types them, where they run what this checkout has. */
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
