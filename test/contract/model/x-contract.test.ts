import { readFile } from "node:fs/promises";
import { join } from "node:path";
import { describe, expect, test } from "vitest";
import { readXContract, requestClasses } from "../../../src/contract/model/x-contract.ts";
import { packageRoot } from "../../../src/internal/package-root.ts";

const operation = "/paths/~1things/post";
const read = (value: unknown) => readXContract(value, operation);

test("without x-contract nothing is stated", () => {
  expect(read(undefined)).toEqual({ pointer: `${operation}/x-contract`, echoes: [], unique: [], answers: {} });
});

test("what it states is read", () => {
  const hints = read({
    echoes: { "/name": "/name", "/a~1b/0": "/" },
    unique: ["/id", "/items/0/id"],
    answers: { body: 422, syntax: [400, 422], credentials: "401" },
  });
  expect(hints).toEqual({
    pointer: `${operation}/x-contract`,
    echoes: [
      ["/name", "/name"],
      ["/a~1b/0", "/"],
    ],
    unique: ["/id", "/items/0/id"],
    answers: { body: [422], syntax: [400, 422], credentials: [401] },
  });
});

describe("an invalid statement is refused with its location and exit code 2", () => {
  test.each<[unknown, string, string]>([
    [null, "", "must be an object"],
    [[], "", "must be an object"],
    ["echoes", "", "must be an object"],
    [{ echo: {} }, "/echo", "is unknown: x-contract has echoes, unique and answers"],
    [{ "a/b": 1 }, "/a~1b", "is unknown"],
    [{ echoes: [] }, "/echoes", "must be an object"],
    [{ echoes: { "/a": "name" } }, "/echoes/~1a", 'must hold JSON pointers such as /id, not "name"'],
    [{ echoes: { "/a": 1 } }, "/echoes/~1a", "must hold JSON pointers such as /id, not 1"],
    [{ echoes: { name: "/a" } }, "/echoes", 'must hold JSON pointers such as /id, not "name"'],
    [{ echoes: { "/a": "/a~2" } }, "/echoes/~1a", "must hold JSON pointers"],
    [{ unique: "/id" }, "/unique", "must be a list"],
    [{ unique: ["/id", ""] }, "/unique", 'must hold JSON pointers such as /id, not ""'],
    [{ answers: 422 }, "/answers", "must be an object"],
    [{ answers: { nothing: 400 } }, "/answers/nothing", "is no class of requests; there are body, "],
    [{ answers: { toString: 400 } }, "/answers/toString", "is no class of requests"],
    [{ answers: { body: "bad" } }, "/answers/body", "must be a status, or a list of some"],
    [{ answers: { body: 600 } }, "/answers/body", "must be a status"],
    [{ answers: { body: "4XX" } }, "/answers/body", "must be a status"],
    [{ answers: { body: [400, null] } }, "/answers/body", "must be a status"],
    [{ answers: { body: [] } }, "/answers/body", "must be a status, or a list of some"],
  ])("%j", (value, place, message) => {
    expect(() => read(value)).toThrow(
      expect.objectContaining({
        exitCode: 2,
        message: expect.stringContaining(`#${operation}/x-contract${place} ${message}`),
      }),
    );
  });
});

test("the classes are those that src/contract/README.md documents", async () => {
  const text = await readFile(join(packageRoot, "src/contract/README.md"), "utf8");
  const documented = [...text.matchAll(/^\| `(\w+)` \| .+ \| .+ \|$/gm)].map(([, name]) => name);
  expect([...documented].sort()).toEqual(Object.keys(requestClasses).sort());
});
