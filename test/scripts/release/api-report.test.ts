import { mkdir, writeFile } from "node:fs/promises";
import { dirname, join } from "node:path";
import { expect, test } from "vitest";
import { renderApiReport } from "../../../scripts/release/api-report.ts";
import { listTypedEntries } from "../../../scripts/release/api-reports.ts";
import { scratchFolder } from "../../helpers/scratch.ts";

const declarations = {
  "src/index.d.ts": `
    import type { Answer } from "./answer.ts";
    import type { Stranger } from "stranger";
    export type * from "../generated/client.ts";
    export type { Inner as Outer } from "./inner.ts";
    /** Words. */
    export declare function ask(options: Options): Promise<Answer | Stranger>;
    interface Options { /** More words. */ wait?: number; }
    interface Unreached { a: string; }
  `,
  "src/answer.d.ts": `
    import type { Name } from "../generated/client.ts";
    export interface Answer { name: Name; deep: import("./deep.ts").Deep; }
    export interface Unreached { b: string; }
  `,
  "src/deep.d.ts": "export declare const limit: 5;\nexport type Deep = typeof limit;\n",
  "src/inner.d.ts": `
    export declare class Inner { readonly id: string; }
    declare module "stranger" { interface Given { url: string; /** Words. */ seen: Added; } }
    declare global { interface Window { more: string; } }
    interface Added { c: string; }
  `,
  "generated/client.d.ts": "export type Name = string;\n",
};

/** The report of the declarations above, some of them changed. */
async function reportOf(changes: Partial<typeof declarations> = {}): Promise<string> {
  const root = await scratchFolder();
  for (const [path, text] of Object.entries({ ...declarations, ...changes })) {
    await mkdir(dirname(join(root, path)), { recursive: true });
    await writeFile(join(root, path), text);
  }
  return renderApiReport(root, "src/index.d.ts");
}

const without = (path: keyof typeof declarations, text: string, instead = "") => ({
  [path]: declarations[path].replace(text, instead),
});

test("shows the exports and every declaration that they reach, in whatever file, and no other", async () => {
  expect(await reportOf()).toBe(`// Exports
//   Outer
//   ask

// Types of other packages: stranger

export type * from "../generated/client.ts";

// src/answer.d.ts

export interface Answer {
    name: Name;
    deep: import("./deep.ts").Deep;
}

// src/deep.d.ts

export declare const limit: 5;

export type Deep = typeof limit;

// src/index.d.ts

export declare function ask(options: Options): Promise<Answer | Stranger>;

interface Options {
    wait?: number;
}

// src/inner.d.ts

export declare class Inner {
    readonly id: string;
}

declare module "stranger" {
    interface Given {
        url: string;
        seen: Added;
    }
}

declare global {
    interface Window {
        more: string;
    }
}

interface Added {
    c: string;
}`);
});

test.each([
  ["an option that becomes required", without("src/index.d.ts", "wait?", "wait")],
  ["an export that is gone", without("src/index.d.ts", 'export type { Inner as Outer } from "./inner.ts";')],
  ["an export with another name", without("src/index.d.ts", "as Outer", "as Other")],
  ["a type behind a type", without("src/deep.d.ts", "limit: 5", "limit: 6")],
  ["the description's types that are no longer passed on", without("src/index.d.ts", "export type *", "import type *")],
  ["what is added to the types of another package", without("src/inner.d.ts", "url: string", "url: URL")],
  ["what is added to the global types", without("src/inner.d.ts", "more: string", "more: number")],
  ["a type that such an addition reaches", without("src/inner.d.ts", "c: string", "c: number")],
  ["a type of another package", without("src/index.d.ts", " | Stranger")],
])("differs by %s", async (_, changes) => {
  expect(await reportOf(changes)).not.toBe(await reportOf());
});

test.each([
  ["comments", without("src/index.d.ts", "More words.", "Others.")],
  ["what nothing public reaches", without("src/answer.d.ts", "b: string", "b: number")],
  ["what follows from the description", without("generated/client.d.ts", "string", "number")],
])("does not differ by %s", async (_, changes) => {
  expect(await reportOf(changes)).toBe(await reportOf());
});

test("the entries are those of package.json that have types", () => {
  const exports = {
    ".": { import: { types: "./dist/lib/src/index.d.ts", default: "./a.js" }, require: { types: "./dist/cjs/x.d.ts" } },
    "./mock": { types: "./dist/lib/src/mock/index.d.ts", default: "./b.js" },
    "./data.json": "./data.json",
  };
  expect(listTypedEntries({ name: "the-package", exports })).toEqual([
    { specifier: "the-package", file: "index.md", types: "src/index.d.ts" },
    { specifier: "the-package/mock", file: "mock.md", types: "src/mock/index.d.ts" },
  ]);
});
