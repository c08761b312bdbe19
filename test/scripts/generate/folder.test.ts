import { mkdir, readdir, readFile, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { describe, expect, test } from "vitest";
import { findDrift, needOwnFolder, writeFolder } from "../../../scripts/generate/folder.ts";
import { scratchFolder } from "../../helpers/scratch.ts";

const files = new Map([
  ["a.txt", "one\n"],
  ["b.txt", "two\n"],
]);

async function contentOf(folder: string): Promise<Record<string, string>> {
  const names = (await readdir(folder)).sort();
  return Object.fromEntries(
    await Promise.all(names.map(async (name) => [name, await readFile(join(folder, name), "utf8")])),
  );
}

test("makes the folder and writes the files", async () => {
  const folder = join(await scratchFolder(), "generated");
  expect(await writeFolder(folder, files)).toEqual({ changed: [], missing: ["a.txt", "b.txt"], extra: [] });
  expect(await contentOf(folder)).toEqual(Object.fromEntries(files));
});

test("finds and mends a changed, a missing and an extra file", async () => {
  const folder = await scratchFolder();
  await writeFile(join(folder, "a.txt"), "edited\n");
  await writeFile(join(folder, "c.txt"), "extra\n");
  const drift = { changed: ["a.txt"], missing: ["b.txt"], extra: ["c.txt"] };
  expect(await findDrift(folder, files)).toEqual(drift);
  expect(await writeFolder(folder, files)).toEqual(drift);
  expect(await contentOf(folder)).toEqual(Object.fromEntries(files));
  expect(await findDrift(folder, files)).toEqual({ changed: [], missing: [], extra: [] });
});

test("takes a checkout with Windows line ends as it is", async () => {
  const folder = await scratchFolder();
  for (const [name, text] of files) await writeFile(join(folder, name), text.replaceAll("\n", "\r\n"));
  expect(await findDrift(folder, files)).toEqual({ changed: [], missing: [], extra: [] });
});

test("leaves all as it was where one file cannot be moved into place", async () => {
  const folder = await scratchFolder();
  await writeFile(join(folder, "a.txt"), "old\n");
  await writeFile(join(folder, "z.txt"), "extra\n");
  // No file system takes a name of this length.
  const unwritable = new Map([...files, [`${"n".repeat(250)}.txt`, "three\n"]]);
  await expect(writeFolder(folder, unwritable)).rejects.toMatchObject({ exitCode: 2 });
  expect(await contentOf(folder)).toEqual({ "a.txt": "old\n", "z.txt": "extra\n" });
});

test("puts back what it had moved where a later move fails", async () => {
  const folder = await scratchFolder();
  // Too long a name to be moved aside under another, longer one.
  const extra = "x".repeat(253);
  await writeFile(join(folder, "a.txt"), "old\n");
  await writeFile(join(folder, extra), "extra\n");
  await expect(writeFolder(folder, files)).rejects.toMatchObject({ exitCode: 2 });
  expect(await contentOf(folder)).toEqual({ "a.txt": "old\n", [extra]: "extra\n" });
});

test("replaces a folder that stands where a file should", async () => {
  const folder = await scratchFolder();
  await mkdir(join(folder, "a.txt"));
  await writeFolder(folder, files);
  expect(await contentOf(folder)).toEqual(Object.fromEntries(files));
});

describe("a folder that may be made to hold some files and nothing else", () => {
  const names = [...files.keys()];

  test("is absent, empty, or holds some of them", async () => {
    const folder = await scratchFolder();
    await needOwnFolder(join(folder, "absent"), names);
    await needOwnFolder(folder, names);
    await writeFile(join(folder, "a.txt"), "old\n");
    await needOwnFolder(folder, names);
  });

  test("holds no other file, and no folder in the place of one", async () => {
    const folder = await scratchFolder();
    await mkdir(join(folder, "a.txt"));
    await expect(needOwnFolder(folder, names)).rejects.toMatchObject({
      exitCode: 2,
      message: expect.stringMatching(/ contains a\.txt, which would be lost\. Move them, or choose another folder\.$/),
    });
    for (const name of [".env", "main.go", "x.go", "y.go"]) await writeFile(join(folder, name), "");
    await expect(needOwnFolder(folder, names)).rejects.toThrow(/ contains \.env, a\.txt, main\.go and 2 more, which /);
  });

  test("is a folder", async () => {
    const file = join(await scratchFolder(), "file");
    await writeFile(file, "");
    await expect(needOwnFolder(file, names)).rejects.toMatchObject({
      exitCode: 2,
      message: expect.stringMatching(/^Cannot read .* \(ENOTDIR\)\. Choose another folder\.$/),
    });
  });
});
