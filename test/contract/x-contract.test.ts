import { readFile } from "node:fs/promises";
import { join } from "node:path";
import { describe, expect, test } from "vitest";
import { parse } from "yaml";
import { judgeProvider } from "../../scripts/mutation/find-mutants.ts";
import { readXContract } from "../../src/contract/model/read-x-contract.ts";
import { packageRoot } from "../../src/internal/package-root.ts";
import { failing, finishing, shown, succeeding } from "./reference-provider/change.ts";
import type { JsonObject } from "./reference-provider/core/document.ts";
import { withHeader } from "./reference-provider/core/message.ts";
import type { Change, Fault } from "./reference-provider/fault.ts";
import { keyed } from "./reference-provider/orders/change.ts";

const other = "0b1f3c52-7a86-4b0e-9f2d-5f1f0e6a9d11";

/** Changes the body of a rejection. */
function rejecting(edit: (body: JsonObject) => JsonObject): Change {
  return failing((answer) => ({ ...answer, body: edit(answer.body as JsonObject) }));
}

function mutantOf(title: string, change: Change): Fault {
  return { id: `orders/x-contract/${title}`, provider: "orders", group: "x-contract", title, change };
}

/** A mutant for each key of `x-contract`: the families that find it, and the violation. */
const mutants: [key: string, title: string, only: string[], violation: string, change: Change][] = [
  [
    "echoes",
    "a text comes back trimmed",
    ["boundaries"],
    "placeOrder/echoes/$response.body#/note",
    shown<string | null | undefined>("note", (note) => note?.trim() ?? note),
  ],
  [
    "equals",
    "Location names another order",
    ["examples"],
    "placeOrder/equals/$response.header.Location",
    succeeding((answer) => ({ ...answer, headers: withHeader(answer.headers, "Location", `/v1/orders/${other}`) })),
  ],
  [
    "unique",
    "X-Request-Id is always the same",
    ["repeat"],
    "placeOrder/unique/$response.header.X-Request-Id",
    finishing((answer) => ({ ...answer, headers: withHeader(answer.headers, "X-Request-Id", other) })),
  ],
  [
    "recent",
    "placedAt is an hour late",
    ["examples"],
    "placeOrder/recent/$response.body#/placedAt",
    shown<string | undefined>("placedAt", (at) => at && new Date(Date.parse(at) + 3_600_000).toISOString()),
  ],
  [
    "defaults",
    "tags that are left out have another default",
    ["boundaries"],
    "placeOrder/defaults//tags",
    shown<string[] | undefined>("tags", (tags) => (tags?.length === 0 ? ["new"] : tags)),
  ],
  [
    "idempotencyKey",
    "a retry places another order",
    ["examples", "idempotency"],
    "placeOrder/idempotency/body",
    keyed(() => undefined),
  ],
  [
    "errors",
    "a problem names the whole body",
    ["type"],
    "placeOrder/error-pointer/$response.body#/errors/0/pointer",
    rejecting((body) => ({ ...body, errors: [{ pointer: "", message: "is wrong" }] })),
  ],
  [
    "statuses",
    "another body with a used key gets 422",
    ["examples", "idempotency"],
    "placeOrder/status/idempotencyConflict 422",
    failing((answer) =>
      answer.status === 409 ? { ...answer, status: 422, body: { ...(answer.body as object), status: 422 } } : answer,
    ),
  ],
];

describe("a mutant that breaks what x-contract states is found by it alone", () => {
  test.each(mutants)("%s: %s", async (_, title, only, violation, change) => {
    const options = { fault: mutantOf(title, change), only };
    expect(await judgeProvider("orders", options)).not.toContain(violation);
    expect(await judgeProvider("orders", { ...options, hinted: true })).toContain(violation);
  });

  test("with a mutant for every key", async () => {
    const readme = await readFile(join(packageRoot, "src/contract/README.md"), "utf8");
    const [, block = ""] = /^```yaml\n(x-contract:\n.*?)^```$/ms.exec(readme) ?? [];
    const example = parse(block)["x-contract"];
    expect(Object.keys(example).sort()).toEqual(mutants.map(([key]) => key).sort());
    expect(() => readXContract(example, "/paths/~1orders/post")).not.toThrow();
  });
});

test("a correct provider keeps every statement", async () => {
  const only = ["examples", "boundaries", "repeat", "idempotency", "required", "type"];
  expect(await judgeProvider("orders", { hinted: true, only })).toEqual([]);
});
