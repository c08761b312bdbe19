import { copyFile, mkdir, readFile, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { expect, test } from "vitest";
import { readBase, readReleased, releasedSpec, renderReleased } from "../../../scripts/release/released.ts";
import { packageRoot } from "../../../src/internal/package-root.ts";
import { defaultSpec, readDocument } from "../../../src/openapi/read-document.ts";
import { scratchFolder } from "../../helpers/scratch.ts";

/** A checkout with nothing but a released bundle of this text. */
async function checkoutWith(text: string): Promise<string> {
  const checkout = await scratchFolder();
  await mkdir(join(checkout, "openapi"));
  await writeFile(join(checkout, releasedSpec), text);
  return checkout;
}

const text = renderReleased(await readDocument(defaultSpec));
const refusal = "openapi/released.json was edited, and only `npm run release` may write it. Revert it";

test("the released bundle is what the release wrote, whatever the line ends and the spaces", async () => {
  await expect(readReleased(packageRoot)).resolves.toBeTruthy();
  await expect(readReleased(await checkoutWith(text.replaceAll("\n", "\r\n")))).resolves.toBeTruthy();
  await expect(readReleased(await checkoutWith(JSON.stringify(JSON.parse(text))))).resolves.toBeTruthy();
});

test("the present bundle in its place is refused, and so is an edit", async () => {
  const checkout = await checkoutWith("");
  await copyFile(defaultSpec, join(checkout, releasedSpec));
  await expect(readReleased(checkout)).rejects.toMatchObject({
    exitCode: 1,
    message: expect.stringContaining(refusal),
  });
  const edited = text.replace('"version": "', '"version": "9');
  expect(edited).not.toBe(text);
  await expect(readReleased(await checkoutWith(edited))).rejects.toThrow(refusal);
});

test("a release that is made again is the same to the byte", async () => {
  const file = join(await checkoutWith(text), releasedSpec);
  expect(renderReleased(await readDocument(file))).toBe(await readFile(file, "utf8"));
});

test.each([
  ["no info", '{"openapi":"3.1.0"}', "no info.version"],
  ["no version", '{"openapi":"3.1.0","info":{}}', "no info.version"],
  ["another kind of version", '{"openapi":"3.1.0","info":{"version":"2026-11"}}', 'the info.version "2026-11"'],
  ["a number", '{"openapi":"3.1.0","info":{"version":1}}', 'the info.version "1"'],
])("a bundle with %s cannot be compared with", async (_, content, found) => {
  const file = join(await checkoutWith(content), releasedSpec);
  const message = expect.stringMatching(`^.*released\\.json has ${found}\\. Expected MAJOR\\.MINOR\\.PATCH\\.$`);
  await expect(readBase(file)).rejects.toMatchObject({ exitCode: 2, message });
});
