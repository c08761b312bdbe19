import { writeFile } from "node:fs/promises";
import { join } from "node:path";
import { expect, test } from "vitest";
import { parseChangeset, readChangesets } from "../../../scripts/release/changesets.ts";
import { scratchFolder } from "../../helpers/scratch.ts";

const parse = (text: string) => parseChangeset(text, "warm-dogs.md", "the-package");

test.each(["patch", "minor", "major"])("a changeset asks for a bump: %s", (bump) => {
  expect(parse(`---\n"the-package": ${bump}\n---\n\nWhat is new.\n`)).toBe(bump);
});

test("Windows line ends and single quotes make no difference", () => {
  expect(parse("---\r\n'the-package': minor\r\n---\r\n\r\nWhat is new.\r\n")).toBe("minor");
});

test("one that changes no package asks for none", () => {
  expect(parse("---\n---\n\nA test more.\n")).toBeUndefined();
  expect(parse('---\n"the-package": none\n---\n')).toBeUndefined();
});

test.each([
  ["no head", "What is new.", "does not start with a package and a bump between two lines of dashes"],
  ["a head that does not parse", "---\na: [\n---\n", "does not parse in line 2"],
  ["another package", "---\nother: minor\n---\n", "names other, which is not this package"],
  ["another bump", "---\nthe-package: huge\n---\n", 'has the bump "huge", which is not patch, minor or major'],
  ["no text", "---\nthe-package: minor\n---\n\n", "has no changelog entry below its header"],
])("refused with what is wrong and what to do: %s", (_, text, problem) => {
  expect(() => parse(text)).toThrow(`.changeset/warm-dogs.md ${problem}. Write it with \`npx changeset\`.`);
});

test("README.md and what is not Markdown are no changesets", async () => {
  const folder = await scratchFolder();
  await writeFile(join(folder, "README.md"), "# Changesets\n");
  await writeFile(join(folder, "config.json"), "{}\n");
  await writeFile(join(folder, "b.md"), '---\n"the-package": minor\n---\n\nWhat is new.\n');
  await writeFile(join(folder, "a.md"), "---\n---\n");
  expect([...(await readChangesets(folder, "the-package"))]).toEqual([
    ["a.md", undefined],
    ["b.md", "minor"],
  ]);
});

test("a folder that is not there: exit 2 and its name", async () => {
  const folder = join(await scratchFolder(), ".changeset");
  await expect(readChangesets(folder, "the-package")).rejects.toMatchObject({
    exitCode: 2,
    message: "Cannot read .changeset (ENOENT). Restore it from the repository.",
  });
});
