import { appendFile, chmod, cp, mkdtemp, readdir, readFile, realpath, rm, stat, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { describe, expect, onTestFinished, test } from "vitest";
import { checkFiles, placeFiles } from "../../scripts/generate/place-files.ts";
import { packageRoot } from "../../src/internal/package-root.ts";
import { capture, runCommand } from "../helpers/run-command.ts";
import { runScript, scriptPath } from "../helpers/run-script.ts";
import { scratchCheckout, scratchFolder } from "../helpers/scratch.ts";

const generate = (checkout: string, ...args: string[]) => runScript(scriptPath("generate"), args, { checkout });

async function generatedIn(checkout: string): Promise<Record<string, string>> {
  const folder = join(checkout, "generated");
  const names = await readdir(folder);
  return Object.fromEntries(
    await Promise.all(names.map(async (name) => [name, await readFile(join(folder, name), "utf8")])),
  );
}

test("a checkout whose path has spaces, and nothing to do", async () => {
  const checkout = await scratchCheckout();
  expect(checkout).toContain(" ");
  const before = await generatedIn(checkout);
  expect(await generate(checkout)).toEqual({ exitCode: 0, stdout: "generated is up to date\n", stderr: "" });
  expect(await generatedIn(checkout)).toEqual(before);
});

test("--check finds what is not as the spec gives it, and writes nothing: exit 1", async () => {
  const checkout = await scratchCheckout();
  await appendFile(join(checkout, "generated/client.ts"), "// edited\n");
  const before = await generatedIn(checkout);
  expect(await generate(checkout, "--check")).toEqual({
    exitCode: 1,
    stdout: "",
    stderr: "generated differs from the spec: changed client.ts. Run `npm run generate`.\n",
  });
  expect(await generatedIn(checkout)).toEqual(before);
});

test("--out takes a folder of its own: one that holds other files is refused, and is as it was", async () => {
  const checkout = await scratchCheckout();
  const { exitCode, stderr } = await generate(checkout, "--out", "openapi");
  expect(exitCode).toBe(2);
  expect(stderr).toMatch(/^openapi contains README\.md, components, paths and \d+ more, which would be lost\. .+\n$/);
  expect(await readdir(join(checkout, "openapi"))).toContain("paths");
  const folder = join(checkout, "new folder");
  expect(await runCommand("generate", ["--out", folder])).toMatchObject({ exitCode: 0, stderr: "" });
  expect((await readdir(folder)).sort()).toEqual((await readdir(join(checkout, "generated"))).sort());
});

test("a changed, a missing and an extra file are found, then put right", async () => {
  const files = new Map(Object.entries(await generatedIn(packageRoot)));
  const folder = join(await scratchFolder(), "generated");
  await cp(join(packageRoot, "generated"), folder, { recursive: true });
  expect(await capture(() => checkFiles(folder, files))).toMatchObject({ exitCode: 0, stderr: "" });
  await appendFile(join(folder, "client.ts"), "// edited\n");
  await rm(join(folder, "schema.ts"));
  await writeFile(join(folder, "extra.ts"), "");
  const { exitCode, stderr } = await capture(() => checkFiles(folder, files));
  expect(exitCode).toBe(1);
  expect(stderr).toMatch(
    /generated differs from the spec: changed client\.ts; missing schema\.ts; extra extra\.ts\. Run `npm run generate`\.\n$/,
  );
  expect(await capture(() => placeFiles(folder, files))).toMatchObject({ exitCode: 0, stderr: "" });
  expect(await capture(() => checkFiles(folder, files))).toMatchObject({ exitCode: 0, stderr: "" });
});

describe("a description that does not hold: exit 1, file and place, generated/ as it was", () => {
  const clip = "openapi/components/schemas/Clip.yaml";
  const example = "openapi/components/examples/Persona.json";
  const path = "openapi/paths/suno_persona_create.yaml";
  const root = "openapi/openapi.yaml";
  const changes = {
    yaml: [[root, () => "openapi: ["]],
    key: [[clip, (text: string) => `${text}type: object\n`]],
    ref: [[clip, (text: string) => text.replace("ClipMetadata", "No")]],
    // Lint tells both at once.
    others: [
      [example, (text: string) => text.replace('"food"', "5")],
      [path, (text: string) => text.replace(/ +operationId.*\n/, "")],
    ],
  } satisfies Record<string, [string, (text: string) => string][]>;
  test.each([
    ["text that is not YAML", changes.yaml, [/^openapi\/openapi\.yaml:\d+:\d+ {2}This does not parse/]],
    ["a duplicate key", changes.key, [/^openapi\/components\/schemas\/Clip\.yaml:161:1 {2}/]],
    ["a $ref that leads nowhere", changes.ref, [/^openapi\/.*Clip\.yaml:\d+:\d+ {2}No\.yaml does not exist/]],
    [
      "a wrong example and no operationId",
      changes.others,
      [/^openapi\/components\/examples\/Persona\.json:6:13 {2}/m, /operation-operationId/],
    ],
  ])("%s", async (_, changed, messages) => {
    const checkout = await scratchCheckout();
    const before = await generatedIn(checkout);
    for (const [file, change] of changed) {
      await writeFile(join(checkout, file), change(await readFile(join(checkout, file), "utf8")));
    }
    const { exitCode, stdout, stderr } = await generate(checkout);
    expect({ exitCode, stdout }).toEqual({ exitCode: 1, stdout: "" });
    for (const message of messages) expect(stderr).toMatch(message);
    expect(stderr).not.toMatch(/^\s+at /m);
    expect(await generatedIn(checkout)).toEqual(before);
  });

  test("a root file that is missing", async () => {
    const checkout = await scratchCheckout();
    await rm(join(checkout, root));
    const { exitCode, stderr } = await generate(checkout);
    expect({ exitCode, stderr }).toEqual({
      exitCode: 1,
      stderr: "openapi/openapi.yaml:1:1  The file is missing or cannot be read.  (readable)\n",
    });
  });
});

test("no write permission on generated/: exit 2 and the path, nothing changed", async ({ skip }) => {
  // Root may write anywhere, so it runs the command as a user who may not: nobody, who has to reach the checkout.
  const uid = process.getuid?.() === 0 ? 65534 : undefined;
  if (uid !== undefined && !(await isOpenToAll(packageRoot))) skip("root's checkout is closed to other users");
  const checkout = await scratchCheckout();
  await chmod(checkout, 0o755);
  const folder = await mkdtemp(join(await realpath(tmpdir()), "read only "));
  onTestFinished(() => rm(folder, { recursive: true, force: true }));
  await writeFile(join(folder, "client.ts"), "old\n");
  await chmod(folder, 0o555);
  const options = { checkout, ...(uid !== undefined && { uid }) };
  const { exitCode, stderr } = await runScript(scriptPath("generate"), ["--out", folder], options);
  await chmod(folder, 0o755);
  expect(stderr).toMatch(
    /^Cannot write \S*read only \S+ \(EACCES\)\. Check its permissions\. Nothing was changed\.\n$/,
  );
  expect(exitCode).toBe(2);
  expect(await readdir(folder)).toEqual(["client.ts"]);
  expect(await readFile(join(folder, "client.ts"), "utf8")).toBe("old\n");
});

/** Whether every user may enter the folder and all above it. */
async function isOpenToAll(folder: string): Promise<boolean> {
  const { mode } = await stat(folder);
  return (mode & 0o005) === 0o005 && (folder === dirname(folder) || isOpenToAll(dirname(folder)));
}
