import type { TestCase } from "../test-case.ts";
import { buildRequest, type CaseContext, oneRequest, success } from "./context.ts";

/** The documented examples, and the valid request that all other cases are made from. */
export function* examples(context: CaseContext): Generator<TestCase> {
  const { operation, base } = context;
  const what = base.isOverridden ? "the given request" : "a valid request";
  yield oneRequest(context, "examples", "valid", what, buildRequest(context), success());
  for (const { name, value, pointer } of base.isOverridden ? [] : (operation.body?.examples ?? [])) {
    const isNew = JSON.stringify(value) !== JSON.stringify(base.body);
    if (!isNew || operation.body?.validate(value).length !== 0) continue;
    const request = buildRequest(context, { body: value });
    yield oneRequest(
      context,
      "examples",
      `example-${name}`,
      `the documented example ${name}`,
      request,
      success(),
      pointer,
    );
  }
}
