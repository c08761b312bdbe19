import { describe, expect, test } from "vitest";
import { bySeverity } from "../../../src/contract/report/report.ts";
import type { ContractOptions } from "../../../src/contract/run/prepare.ts";
import { runContract } from "../../../src/contract/run-contract.ts";
import { valueAt } from "../../../src/openapi/pointer.ts";
import { type Quirk, startThings, type ThingCall, type ThingReply, thingsDocument } from "./things-api.ts";

const full = thingsDocument();
/** The same with links from what creates a thing to what uses it. */
const linked = structuredClone(full);
const created = valueAt(linked, "/paths/~1things/post/responses/201") as object;
const links = ["getThing", "changeThing", "deleteThing"].map((operationId) => [
  operationId,
  { operationId, parameters: { thingId: "$response.body#/id" } },
]);
Object.assign(created, { links: Object.fromEntries(links) });

const quick = { only: ["examples", "required", "type", "parameters", "repeat", "concurrency"] };

async function judge(quirk?: Quirk, { ids = [], ...options }: Partial<ContractOptions> & { ids?: string[] } = {}) {
  const server = await startThings(quirk, ...ids);
  const report = await runContract({ url: server.url, document: full, ...quick, ...options });
  return { report, server, errors: bySeverity(report).errors.map(({ id }) => id) };
}

describe("a server of things that keeps its contract", () => {
  test("gives no violation, and nothing that was made is left", async () => {
    const { report, errors, server } = await judge(undefined, { only: undefined });
    expect(errors).toEqual([]);
    expect([...server.things.keys()]).toEqual([]);
    expect(report.things.made).toBeGreaterThan(100);
    expect(report.things).toEqual({ made: report.things.made, deleted: report.things.made, left: 0 });
  });

  test("is asked about things that exist, and each value's source is told once", async () => {
    const { report } = await judge();
    const source = { value: "path thingId", from: "createThing", how: "id in the response" };
    expect(report.sources).toEqual(
      ["getThing", "changeThing", "deleteThing"].map((operation) => ({ operation, ...source })),
    );
  });

  test("is asked about things of links, where there are some", async () => {
    const { report, errors } = await judge(undefined, { document: linked });
    expect(errors).toEqual([]);
    expect(new Set(report.sources.map(({ how }) => how))).toEqual(new Set(["$response.body#/id of a link"]));
  });

  test("counts every request that it got", async () => {
    const { report, server } = await judge();
    expect(report.requests).toBe(server.requests.length);
  });
});

describe("a bug that only a thing shows is found", () => {
  const isOne = ({ id }: ThingCall, things: Map<string, string>) => id !== undefined && things.has(id);
  test.each<[string, Quirk, string]>([
    [
      "GET gives another type",
      (call, things) => (call.method === "GET" && isOne(call, things) ? [200, { id: 7, name: "x" }] : undefined),
      "getThing/body-schema/",
    ],
    [
      "DELETE always fails",
      (call, things) => (call.method === "DELETE" && isOne(call, things) ? [500, { error: "fk" }] : undefined),
      "deleteThing/no-success/",
    ],
    [
      "PUT takes anything",
      (call, things) => (call.method === "PUT" && isOne(call, things) ? [200, { id: call.id, name: "x" }] : undefined),
      "changeThing/negative-data-rejection/",
    ],
  ])("%s, without links and with them", async (_, quirk, expected) => {
    for (const document of [full, linked]) {
      const { errors } = await judge(quirk, { document });
      expect(errors.filter((id) => id.startsWith(expected))).not.toEqual([]);
      expect(new Set(errors.map((id) => id.split("/")[0]))).toEqual(new Set([expected.split("/")[0]]));
    }
  });
});

describe("things come from", () => {
  const onlyLocation: Quirk = ({ method, id, body }, things) => {
    if (method !== "POST" || id !== undefined || !body) return undefined;
    things.set(`l-${things.size}-${body.name.length}`, body.name);
    return [
      201,
      { id: "none", name: body.name },
      `http://elsewhere.example/api/things/l-${things.size - 1}-${body.name.length}`,
    ];
  };
  const howOf = async (quirk?: Quirk, options?: Parameters<typeof judge>[1]) => {
    const { report, errors } = await judge(quirk, options);
    return { errors, get: report.sources.find(({ operation }) => operation === "getThing") };
  };

  test("the Location of a response before its body", async () => {
    expect(await howOf(onlyLocation)).toMatchObject({ errors: [], get: { from: "createThing", how: "Location" } });
  });

  test("the list, where nothing makes any", async () => {
    const { get, errors } = await howOf(undefined, {
      document: thingsDocument("createThing", "deleteThing"),
      ids: ["a"],
    });
    expect(get).toEqual({
      operation: "getThing",
      value: "path thingId",
      from: "listThings",
      how: "items[0].id in the list",
    });
    expect(errors).toEqual([]);
  });

  test("nowhere where nothing gives any: what the document shows is sent, as ever", async () => {
    const { report, server } = await judge(undefined, {
      document: thingsDocument("createThing", "listThings"),
      ids: ["value"],
    });
    expect(report.sources).toEqual([]);
    expect(server.requests).toContain("GET /things/value");
  });

  test("the request overrides, over all", async () => {
    const parameters = { thingId: "given" };
    const requests = { getThing: { parameters }, changeThing: { parameters } };
    const { report, server } = await judge(undefined, { requests, ids: ["given"] });
    expect(report.sources.map(({ operation }) => operation)).toEqual(["deleteThing"]);
    expect(server.requests).toContain("GET /things/given");
    expect(server.things.has("given")).toBe(true);
  });

  test("nowhere where making one fails: the report says why, and what the document shows is sent", async () => {
    const { report, server } = await judge(({ method }) => (method === "POST" ? [500, { error: "down" }] : undefined), {
      document: thingsDocument("listThings"),
    });
    expect(report.sources).toContainEqual({
      operation: "getThing",
      value: "path thingId",
      from: undefined,
      how: "createThing answered 500",
    });
    expect(server.requests).toContain("GET /things/value");
  });
});

test("a case of an operation runs by itself, with the thing that it needs", async () => {
  const { report, errors, server } = await judge(({ method }) => (method === "PUT" ? [200, {}] : undefined), {
    only: undefined,
    caseId: "changeThing/required//name/absent",
  });
  expect(errors.filter((id) => id.startsWith("changeThing/negative-data-rejection/"))).not.toEqual([]);
  expect(report.things.left).toBe(0);
  expect(server.requests[0]).toBe("POST /things");
});

describe("404 for a thing that the run has just made is no excuse", () => {
  test.each(["GET", "PUT", "DELETE"])("%s", async (method) => {
    let times = 0;
    const now: Quirk = (call) =>
      call.method === method && call.id && ++times % 9 === 0 ? [404, { error: "lost" }] : undefined;
    const { errors } = await judge(now, { only: ["headers", "media-type", "concurrency"] });
    expect(errors).not.toEqual([]);
  });
});

describe("the life of a thing", () => {
  const only = ["examples", "lifecycle"];
  const kept = new Map<string, string>();

  test.each<[string, Quirk, string]>([
    [
      "what was created cannot be read",
      ({ method, id }) => (method === "GET" && id ? [404, { error: "late" }] : undefined),
      "getThing/resource-availability/404",
    ],
    [
      "what was deleted is still read",
      ({ method, id }) => (method === "DELETE" && id ? [204] : undefined),
      "getThing/use-after-delete/success",
    ],
    [
      "what was deleted is still changed",
      ({ method, id, body }, things) => {
        if (method === "DELETE" && id) kept.set(id, things.get(id) ?? "");
        return method === "PUT" && id && body && kept.has(id) ? [200, { id, name: body.name }] : undefined;
      },
      "changeThing/use-after-delete/success",
    ],
    [
      "what was deleted is refused in another way",
      ({ method, id }, things) => (method === "GET" && id && !things.has(id) ? [400, { error: "gone" }] : undefined),
      "getThing/use-after-delete/400",
    ],
    [
      "a second DELETE gets a status that nobody described",
      ({ method, id }, things) => (method === "DELETE" && id && !things.has(id) ? [409, { error: "gone" }] : undefined),
      "deleteThing/use-after-delete/409",
    ],
  ])("%s", async (_, quirk, expected) => {
    const { errors } = await judge(quirk, { only });
    expect(errors).toContain(expected);
  });

  test("every third thing that cannot be read is found", async () => {
    const third: Quirk = ({ method, id }) =>
      method === "GET" && id && Number(id.slice(2)) % 3 === 0 ? [404, { error: "late" }] : undefined;
    const { errors } = await judge(third, { only });
    expect(errors).toContain("getThing/resource-availability/404");
  });

  test("what cannot be read is one violation, and not also that nothing succeeds", async () => {
    const { errors } = await judge(
      ({ method, id }) => (method === "GET" && id ? [404, { error: "late" }] : undefined),
      { only },
    );
    expect(errors).toEqual(["getThing/resource-availability/404"]);
  });

  const gone =
    (reply: ThingReply, ...methods: string[]): Quirk =>
    ({ method, id }, things) =>
      methods.includes(method) && id !== undefined && !things.has(id) ? reply : undefined;
  test.each<[string, Quirk]>([
    ["410", gone([410, { error: "gone" }], "GET", "PUT", "DELETE")],
    ["a second DELETE with success", gone([204], "DELETE")],
    ["a PUT that makes it anew", gone([201, { id: "t", name: "x" }], "PUT")],
    ["a thing that is kept and marked", gone([200, { id: "t", name: "x", deletedAt: "2026-01-01T00:00:00Z" }], "GET")],
    ["a thing that is kept with a status", gone([200, { id: "t", name: "x", status: "cancelled" }], "GET")],
    ["a DELETE that takes its time", ({ method, id }) => (method === "DELETE" && id ? [202] : undefined)],
  ])("%s is right", async (_, quirk) => {
    const { errors } = await judge(quirk, { only: ["lifecycle"] });
    expect(errors.filter((id) => id.includes("use-after-delete"))).toEqual([]);
  });

  describe("what x-contract says that PUT repeats", () => {
    const document = structuredClone(full);
    const put = document.paths?.["/things/{thingId}"]?.put as Record<string, unknown>;
    put["x-contract"] = { echoes: { "$response.body#/name": "$request.body#/name" } };
    // PUT says that it stored the name, and did not.
    const forgetful: Quirk = ({ method, id, body }, things) =>
      method === "PUT" && id && body && things.has(id) ? [200, { id, name: body.name }] : undefined;

    test("is read back, also where PUT answers nothing", async () => {
      const silent: Quirk = ({ method, id, body }, things) => {
        if (method !== "PUT" || !id || !body || !things.has(id)) return undefined;
        return [204];
      };
      const { errors } = await judge(silent, { only, document });
      expect(errors).toContain("changeThing/stored/$response.body#/name");
    });

    test("is read back", async () => {
      expect((await judge(undefined, { only, document })).errors).toEqual([]);
      const { errors } = await judge(forgetful, { only, document });
      expect(errors).toEqual(["changeThing/stored/$response.body#/name"]);
    });

    test("is not asked for where x-contract is silent", async () => {
      expect((await judge(forgetful, { only })).errors).toEqual([]);
    });
  });

  test("a mock that gives every thing the same identifier cannot lose it: not tested, and said so", async () => {
    const mock: Quirk = ({ method, id, body }) => {
      if (method === "POST" && !id) return body ? [201, { id: "same", name: body.name }] : [400, { error: "body" }];
      if (id === undefined) return undefined;
      return method === "DELETE" ? [204] : [200, { id, name: "x" }];
    };
    const { errors, report } = await judge(mock, { only });
    expect(errors).toEqual([]);
    const whys = report.skipped.filter(({ why }) => why === "createThing gives every thing the same identifier");
    expect(whys.map(({ what }) => what)).toEqual(["getThing", "changeThing", "deleteThing"]);
  });
});
