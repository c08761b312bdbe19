import { describe, expect, test } from "vitest";
import { readTarget } from "../../../src/contract/http/target.ts";
import { sendCase } from "../../../src/contract/run/judge.ts";
import { openThings } from "../../../src/contract/run/open-things.ts";
import { planCases } from "../../../src/contract/run/plan.ts";
import { type ContractOptions, openServer, prepareRun } from "../../../src/contract/run/prepare.ts";
import type { OpenApiDocument } from "../../../src/openapi/document.ts";
import { rawServer } from "../../helpers/raw-server.ts";
import { documentWith } from "../model/read.ts";
import { type Quirk, startThings, thingOperations, thingsDocument } from "./things-api.ts";

/** The things of a run on a server that counts as remote or not, and how a family's test cases fare. */
async function open(
  document: OpenApiDocument,
  {
    loopback = false,
    quirk,
    ids = [],
    url,
    ...options
  }: Partial<ContractOptions> & { loopback?: boolean; quirk?: Quirk; ids?: string[] },
) {
  const api = await startThings(quirk, ...ids);
  const target = readTarget(url ?? api.url);
  const { send } = openServer(target, { headers: [] }, { rate: 10_000 });
  const run = prepareRun({ document });
  const things = openThings(run, { target: { ...target, loopback }, send }, options);
  let most = 0;
  /** Sends the cases of an operation's family, and tells why some are not sent. */
  const sendAll = async (operation: string, family: string) => {
    const whys = new Set<string>();
    for (const planned of planCases({ ...run.plan, only: [family] })) {
      if (!("case" in planned) || planned.case.operation.id !== operation) continue;
      const bound = await things.bind(planned.case);
      most = Math.max(most, api.things.size);
      if ("why" in bound) whys.add(bound.why);
      else things.settle(bound.got, await sendCase(bound.got, send));
    }
    return [...whys];
  };
  return { api, things, sendAll, most: () => most };
}

describe("on a server that is not this machine", () => {
  test("things that can be deleted make room for others", async () => {
    const { things, sendAll, most } = await open(thingsDocument(), { allowCreate: true, maxThings: 3 });
    expect(await sendAll("deleteThing", "headers")).toEqual([]);
    expect(things.count.made).toBeGreaterThan(3);
    expect(most()).toBeLessThanOrEqual(3);
  });

  test("things that cannot be deleted are made up to the limit, and the rest is said not to be tested", async () => {
    const { api, sendAll } = await open(thingsDocument("deleteThing"), { allowCreate: true, maxThings: 3 });
    expect(await sendAll("changeThing", "concurrency")).toEqual([
      "3 things that the run made are alive (--max-things)",
    ]);
    expect(api.things.size).toBe(3);
  });

  test("the default is 200", async () => {
    const { api, sendAll } = await open(thingsDocument("deleteThing"), { allowCreate: true });
    for (let round = 0; round < 20; round++) await sendAll("changeThing", "concurrency");
    expect(api.things.size).toBe(200);
  });

  test("nothing is made without --allow-create, and reading uses what the list names", async () => {
    const { api, things, sendAll } = await open(thingsDocument(), { ids: ["a", "b"] });
    await sendAll("getThing", "examples");
    expect(things.sources).toMatchObject([{ operation: "getThing", from: "listThings" }]);
    expect(new Set(api.requests)).toEqual(new Set(["GET /things", "GET /things/a"]));
  });

  test("what the list names is never changed or deleted", async () => {
    const { api, sendAll } = await open(thingsDocument("createThing"), { allowCreate: true, ids: ["a", "b"] });
    await sendAll("changeThing", "examples");
    await sendAll("deleteThing", "examples");
    expect([...api.things]).toEqual([
      ["a", "there from the start"],
      ["b", "there from the start"],
    ]);
  });
});

describe("on this machine", () => {
  test("any number of things may be made", async () => {
    const { api, sendAll } = await open(thingsDocument("deleteThing"), { loopback: true, maxThings: 3 });
    expect(await sendAll("changeThing", "concurrency")).toEqual([]);
    // One for the baseline, and one for each of the parallel requests.
    expect(api.things.size).toBe(13);
  });

  test("idle things are deleted before they are many", async () => {
    const { api, sendAll, most } = await open(thingsDocument(), { loopback: true });
    for (let round = 0; round < 40; round++) await sendAll("changeThing", "concurrency");
    expect(most()).toBeLessThanOrEqual(230);
    expect(api.requests.filter((line) => line.startsWith("DELETE")).length).toBeGreaterThan(200);
  });

  test("each thing of the list is deleted once, and the rest is said not to be tested", async () => {
    const { api, sendAll } = await open(thingsDocument("createThing"), { loopback: true, ids: ["a", "b", "c"] });
    expect(await sendAll("deleteThing", "repeat")).toEqual(["no thing of the list is left"]);
    const deleted = api.requests.filter((line) => line.startsWith("DELETE"));
    expect(deleted).toEqual(["DELETE /things/a"]);
  });
});

describe("where things fail", () => {
  test("an operation that makes none is not tried again and again", async () => {
    const { api, sendAll } = await open(thingsDocument("listThings"), { loopback: true, quirk: refuse("POST") });
    await sendAll("changeThing", "concurrency");
    expect(api.requests.filter((line) => line === "POST /things").length).toBeLessThanOrEqual(4);
  });

  test("a server that answers no more is not waited for again and again", async () => {
    const { url } = await rawServer((socket) => socket.destroy());
    const { post, get } = { post: thingOperations.createThing, get: thingOperations.getThing };
    const kinds = ["a", "b", "c", "d", "e"];
    const parameters = [{ name: "id", in: "path", required: true, schema: { type: "string" } }];
    const paths = kinds.flatMap((kind) => [
      [`/${kind}`, { post: { ...post, operationId: `create ${kind}` } }],
      [`/${kind}/{id}`, { parameters, get: { ...get, operationId: `get ${kind}` } }],
    ]);
    const { things, sendAll } = await open(documentWith(Object.fromEntries(paths)), { loopback: true, url });
    for (const kind of kinds) await sendAll(`get ${kind}`, "accept");
    expect(things.requests).toBe(3);
  });

  test("deleting is given up where it fails, and what is left is counted", async () => {
    const { things, sendAll, api } = await open(thingsDocument(), { loopback: true, quirk: refuse("DELETE") });
    await sendAll("changeThing", "concurrency");
    await things.clear();
    expect(things.count).toEqual({ made: 13, deleted: 0, left: 13 });
    expect(api.requests.filter((line) => line.startsWith("DELETE")).length).toBe(2);
  });

  test("a thing that a request may have broken is not used again", async () => {
    const broken: Quirk = ({ method, id }) => (method === "PUT" && id ? [500, { error: "broken" }] : undefined);
    const { api, sendAll } = await open(thingsDocument(), { loopback: true, quirk: broken });
    await sendAll("changeThing", "examples");
    await sendAll("changeThing", "accept");
    const changed = api.requests.filter((line) => line.startsWith("PUT"));
    expect(changed.length).toBeGreaterThan(5);
    expect(new Set(changed).size).toBe(changed.length);
  });
});

/** Refuses a method. */
function refuse(wanted: string): Quirk {
  return ({ method }) => (method === wanted ? [500, { error: "no" }] : undefined);
}
