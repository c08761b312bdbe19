import { readdir, readFile } from "node:fs/promises";
import { dirname, join, relative, resolve, sep } from "node:path";
import { describe, expect, test } from "vitest";
import { packageRoot } from "../src/internal/package-root.ts";

interface SourceFile {
  /** Relative to the package, with forward slashes. */
  path: string;
  text: string;
  imports: string[];
}

async function sourcesIn(folder: string): Promise<SourceFile[]> {
  const entries = await readdir(join(packageRoot, folder), { recursive: true, withFileTypes: true });
  const own = entries.filter((entry) => !entry.parentPath.includes("node_modules"));
  const files = own.filter((entry) => entry.isFile() && entry.name.endsWith(".ts"));
  return Promise.all(
    files.map(async (entry) => {
      const file = join(entry.parentPath, entry.name);
      const text = await readFile(file, "utf8");
      const specifiers = [...text.matchAll(/\b(?:from|import)\s*\(?\s*"([^"]+)"/g)].map(
        ([, specifier = ""]) => specifier,
      );
      return { path: pathOf(file), text, imports: specifiers.map((specifier) => resolveImport(file, specifier)) };
    }),
  );
}

function resolveImport(file: string, specifier: string): string {
  return specifier.startsWith(".") ? pathOf(resolve(dirname(file), specifier)) : specifier;
}

function pathOf(file: string): string {
  return relative(packageRoot, file).split(sep).join("/");
}

const [source, generated, scripts] = await Promise.all(["src", "generated", "scripts"].map(sourcesIn));
const manifest = JSON.parse(await readFile(join(packageRoot, "package.json"), "utf8"));

describe("arrows go one way", () => {
  test("no file imports itself through others, not even for a type", () => {
    const importsOf = new Map([...(source ?? []), ...(scripts ?? [])].map(({ path, imports }) => [path, imports]));
    const circles: string[] = [];
    const done = new Set<string>();
    const follow = (path: string, trail: string[]) => {
      if (trail.includes(path)) circles.push([...trail.slice(trail.indexOf(path)), path].join(" -> "));
      if (trail.includes(path) || done.has(path)) return;
      for (const next of importsOf.get(path) ?? []) follow(next, [...trail, path]);
      done.add(path);
    };
    for (const path of importsOf.keys()) follow(path, []);
    expect(circles).toEqual([]);
  });

  test("generated/ imports nothing but itself and the serializers that a spec needs", () => {
    const serializers = ["openapi-fetch", "src/client/path-serializer.ts"];
    expect(generated?.length).toBeGreaterThan(0);
    for (const { path, imports } of generated ?? []) {
      expect(
        imports.filter((name) => !name.startsWith("generated/") && !serializers.includes(name)),
        path,
      ).toEqual([]);
    }
  });

  test("src/client imports generated/ and openapi-fetch, and nothing of Node", () => {
    for (const { path, imports } of source?.filter(({ path }) => path.startsWith("src/client/")) ?? []) {
      const foreign = imports.filter((name) => !/^(src\/client|generated)\//.test(name) && name !== "openapi-fetch");
      expect(foreign, path).toEqual([]);
    }
  });

  test("src/contract imports neither the client nor the mock, Redocly or Prism, and vitest at its door alone", () => {
    const own = source?.filter(({ path }) => path.startsWith("src/contract/")) ?? [];
    expect(own.length).toBeGreaterThan(0);
    for (const { path, imports } of own) {
      const foreign = imports.filter((name) => /^src\/(client|mock)\/|redocly|stoplight/.test(name));
      expect(foreign, path).toEqual([]);
    }
    const withVitest = own.filter(({ imports }) => imports.includes("vitest")).map(({ path }) => path);
    expect(withVitest).toEqual(["src/contract/describe-contract.ts"]);
  });

  test("src imports no script and no test, and scripts import no test but the reference providers to mutate", () => {
    const reference = /^scripts\/mutation\b.* -> test\/contract\/reference-provider\//;
    const arrows = [...(source ?? []), ...(scripts ?? [])].flatMap(({ path, imports }) =>
      imports.map((name) => `${path} -> ${name}`),
    );
    expect(arrows.filter((arrow) => / -> test\//.test(arrow) && !reference.test(arrow))).toEqual([]);
    expect(arrows.filter((arrow) => /^src\/.* -> scripts\//.test(arrow))).toEqual([]);
  });

  test("inside src, the model and the internals import no other folder, and the client and the suite not each other", () => {
    const allowed: Record<string, RegExp> = {
      openapi: /^src\/(openapi|internal)\//,
      internal: /^src\/internal\//,
      contract: /^src\/(contract|openapi|internal)\//,
    };
    for (const [folder, pattern] of Object.entries(allowed)) {
      const own = source?.filter(({ path }) => path.startsWith(`src/${folder}/`)) ?? [];
      expect(own.length, folder).toBeGreaterThan(0);
      for (const { path, imports } of own)
        expect(
          imports.filter((name) => name.startsWith("src/") && !pattern.test(name)),
          path,
        ).toEqual([]);
    }
  });

  test.each([
    ['"@stoplight/prism-http"', ["src/mock/prism.ts"]],
    ["@redocly/cli/", ["scripts/spec/redocly.ts"]],
    ['"openapi-typescript"', ["scripts/generate/types.ts"]],
    // The generated client imports its serializers.
    ['"openapi-fetch"', ["src/client/build-request.ts", "src/client/path-serializer.ts", "scripts/generate/client.ts"]],
  ])("%s is known only to %j", (name, paths) => {
    const touching = [...(source ?? []), ...(scripts ?? [])].filter(
      ({ path, text }) => !/^scripts\/(bench|compat)\//.test(path) && text.includes(name),
    );
    expect(touching.map(({ path }) => path)).toEqual(paths);
  });
});

test("nothing in src/ names the API's vocabulary but src/index.ts, which gives the package its public names", () => {
  const named = source?.filter(
    ({ path, text }) => path !== "src/index.ts" && /persona|suno|\bclip(?!board)/i.test(text),
  );
  expect(named?.map(({ path }) => path)).toEqual([]);
});

test("every file has at most 250 lines", () => {
  const long = [...(source ?? []), ...(scripts ?? [])].filter(({ text }) => text.split("\n").length > 251);
  expect(long.map(({ path }) => path)).toEqual([]);
});

test("the top level holds what belongs there", async () => {
  const known =
    /^(openapi|src|generated|test|scripts|package(-lock)?\.json|tsconfig(\.\w+)?\.json|README\.md|redocly\.yaml|biome\.json|vitest\.config\.ts|LICENSE|[A-Z]+\.md|\..*|node_modules|dist)$/;
  const entries = await readdir(packageRoot);
  expect(entries.filter((name) => !known.test(name))).toEqual([]);
});

describe("package.json", () => {
  test("names every version exactly", () => {
    for (const [name, version] of Object.entries({ ...manifest.dependencies, ...manifest.devDependencies })) {
      expect(version, name).toMatch(/^(npm:[a-z]+@)?\d+\.\d+\.\d+$/);
    }
  });

  test("every package has its reason in DECISIONS.md", async () => {
    const decisions = await readFile(join(packageRoot, "DECISIONS.md"), "utf8");
    for (const name of Object.keys({ ...manifest.dependencies, ...manifest.devDependencies })) {
      expect(decisions, name).toContain(`\`${name}\``);
    }
  });
});
