import { readFile } from "node:fs/promises";
import { expect, test } from "vitest";
import { describeApi } from "../../../scripts/docs/reference/describe.ts";
import { renderBarePage } from "../../helpers/docs-page.ts";
import { readPersonaDocument } from "../../openapi/persona-document.ts";

/** The ids of the page, in its order. */
async function anchorsOf(change: (text: string) => string = (text) => text): Promise<string[]> {
  const api = describeApi(JSON.parse(change(JSON.stringify(await readPersonaDocument()))));
  const page = renderBarePage(api);
  return [...page.matchAll(/ id="([^"]+)"/g)].map(([, id]) => id ?? "");
}

/** The anchors that people may have linked to. New ones may be added to the file; one is taken out only on purpose. */
const promised = (await readFile(new URL("anchors.txt", import.meta.url), "utf8")).trim().split("\n");

test("every promised anchor is on the page: of operations, fields and responses", async () => {
  const anchors = await anchorsOf();
  expect(promised.filter((anchor) => !anchors.includes(anchor))).toEqual([]);
});

test("every operation, field and response of this description is promised", async () => {
  const [operation] = describeApi(await readPersonaDocument()).operations;
  const all = [
    operation,
    operation?.request,
    ...(operation?.request?.fields ?? []),
    ...(operation?.responses.flatMap((response) => [response, ...(response.body?.fields ?? [])]) ?? []),
  ].map((part) => part?.id);
  expect(all.filter((id) => !promised.includes(id ?? ""))).toEqual([]);
});

test("a field that is renamed is missed", async () => {
  const anchors = await anchorsOf((text) => text.replaceAll('"play_count"', '"plays"'));
  expect(promised.filter((anchor) => !anchors.includes(anchor))).toEqual([
    "createPersona.response.200.clip.play_count",
    "createPersona.response.200.persona_clips.*.clip.play_count",
  ]);
});
