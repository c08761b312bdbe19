import { expect, onTestFinished, test } from "vitest";
import { runContract } from "../../src/contract/index.ts";
import type { Waiver } from "../../src/contract/run/waivers.ts";
import type { OpenApiDocument } from "../../src/openapi/document.ts";
import { all, step } from "./reference-provider/change.ts";
import type { Change } from "./reference-provider/fault.ts";
import { crashes } from "./reference-provider/shared/strings.ts";
import { startProvider } from "./reference-provider/start.ts";

/** Runs families on an orders provider with that bug, and returns the server errors when placing an order. */
async function serverErrors(change: Change, only: string[], waivers: Waiver[] = []) {
  const fault = {
    id: "orders/server-errors/any",
    provider: "orders",
    group: "server-errors",
    title: "any",
    change,
  } as const;
  const provider = await startProvider("orders", { fault });
  onTestFinished(() => provider.close());
  const report = await runContract({
    url: provider.url,
    document: provider.document as unknown as OpenApiDocument,
    token: { value: provider.token, variable: "TOKEN" },
    only,
    waivers,
  });
  const idsOf = (violations: typeof report.violations) =>
    violations.map(({ id }) => id).filter((id) => id.startsWith("placeOrder/server-error/"));
  return { violations: idsOf(report.violations), waived: idsOf(report.waived) };
}

const bug = (path: string, name: string) => crashes(path)[name] as Change;

test("two bugs with different triggers are two violations, and a waiver hides one", async () => {
  const change = all(bug("note", "an emoji"), bug("lines/0/engraving", "null in the place of a string"));
  const emoji = "placeOrder/server-error/500 emoji";
  const ofNull = "placeOrder/server-error/500 null";
  expect((await serverErrors(change, ["boundaries"])).violations.sort()).toEqual([emoji, ofNull]);
  const waivers = [{ violation: emoji, reason: "known" }];
  expect(await serverErrors(change, ["boundaries"], waivers)).toEqual({ violations: [ofNull], waived: [emoji] });
});

test("a server that fails for any invalid body has a violation for each keyword, not for each value", async () => {
  const failing = step("validate", (validate) => (...args) => {
    if (validate(...args).length > 0) throw new Error("The provider does not handle this.");
    return [];
  });
  const { violations } = await serverErrors(failing, ["type", "constraints"]);
  const keywords = ["type", "null", "pattern", "maxLength", "minItems", "maxItems", "uniqueItems", "multipleOf"];
  expect(violations).toEqual(
    expect.arrayContaining(keywords.map((keyword) => `placeOrder/server-error/500 ${keyword}`)),
  );
  expect(violations.length).toBeLessThan(25);
});

test("a parser that deep nesting crashes is found though the object is closed", async () => {
  const shallow = step("parse", (parse) => (text) => {
    if (/\[{1000}/.test(text)) throw new Error("too deep");
    return parse(text);
  });
  expect((await serverErrors(shallow, ["body-syntax"])).violations).toEqual(["placeOrder/server-error/500 depth"]);
});
