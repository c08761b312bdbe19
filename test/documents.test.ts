import { existsSync } from "node:fs";
import { readFile } from "node:fs/promises";
import { dirname, join } from "node:path";
import { describe, expect, test } from "vitest";
import { packageRoot } from "../src/internal/package-root.ts";
import { listReadmes } from "./helpers/readmes.ts";

const { scripts } = JSON.parse(await readFile(join(packageRoot, "package.json"), "utf8"));

const others = ["CONTRIBUTING.md", "SECURITY.md", "DECISIONS.md", ".changeset/README.md"];

describe.each([...(await listReadmes()), ...others])("%s", (name) => {
  test("names commands that exist", async () => {
    const text = await readFile(join(packageRoot, name), "utf8");
    const named = [...text.matchAll(/\bnpm run ([\w:-]+)/g)].map(([, command = ""]) => command);
    expect(named.filter((command) => !(command in scripts))).toEqual([]);
  });

  test("links to files that exist", async () => {
    const text = await readFile(join(packageRoot, name), "utf8");
    const links = [...text.matchAll(/\]\((?!https?:|#)([^)#]+)/g)].map(([, link = ""]) => link);
    expect(links.filter((link) => !existsSync(join(packageRoot, dirname(name), link)))).toEqual([]);
  });

  test("names files that exist", async () => {
    const text = await readFile(join(packageRoot, name), "utf8");
    const named = [...text.matchAll(/`((?:src|scripts|test|openapi|generated)\/[\w./-]*)`/g)].map(
      ([, file = ""]) => file,
    );
    const examples = ["src/contract/checks/powered-by.ts", "src/contract/cases/caches.ts"];
    expect(named.filter((file) => !examples.includes(file) && !existsSync(join(packageRoot, file)))).toEqual([]);
  });
});

test("README has at most 150 lines", async () => {
  const lines = (await readFile(join(packageRoot, "README.md"), "utf8")).trimEnd().split("\n");
  expect(lines.length).toBeLessThanOrEqual(150);
});
