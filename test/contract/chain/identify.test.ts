import { describe, expect, test } from "vitest";
import { identify, identifyItems } from "../../../src/contract/chain/identify.ts";
import { nounOf, singular } from "../../../src/contract/chain/names.ts";

const any = () => true;
const wanted = (parameter: string, accepts: (value: unknown) => boolean = any) => ({
  parameter,
  noun: "thing",
  accepts,
});
const isWhole = (value: unknown) => Number.isInteger(value);

describe("a created thing is identified", () => {
  test.each<[string, unknown, string, string | number, string]>([
    ["by the parameter's name", { thingId: "a", id: "b" }, "thingId", "a", "thingId"],
    ["by the parameter's name in another style", { id: "b", thing_id: "a" }, "thingId", "a", "thing_id"],
    ["by id", { name: "x", id: "a" }, "thingId", "a", "id"],
    ["by id, for a parameter that is named like the thing", { id: 5, owner: 6 }, "thing", 5, "id"],
    ["by uuid", { uuid: "a", ownerId: "b" }, "thingId", "a", "uuid"],
    ["by the noun, for a parameter that is only called id", { thing_id: "a", ownerId: "b" }, "id", "a", "thing_id"],
    ["by the word that the parameter ends with", { id: 1, slug: "a" }, "thing-slug", "a", "slug"],
    ["by the only identifier there is", { name: "x", orderId: "a" }, "thingId", "a", "orderId"],
    ["inside an envelope", { code: 0, data: { id: "a" } }, "thingId", "a", "data.id"],
    ["inside an envelope that is named after it", { meta: { page: 1 }, thing: { id: 4 } }, "thingId", 4, "thing.id"],
  ])("%s", (_, json, parameter, value, location) => {
    expect(identify(json, wanted(parameter))).toEqual({ value, location });
  });

  test("by a value of the parameter's type, where several names are likely", () => {
    expect(identify({ id: "a-b", uuid: 1, thingUuid: 7 }, wanted("thing", isWhole))).toEqual({
      value: 1,
      location: "uuid",
    });
  });

  test.each<[string, unknown]>([
    ["no JSON", undefined],
    ["a text", "a"],
    ["nothing like an identifier", { name: "x", count: 3 }],
    ["two that are as likely", { ownerId: "a", parentId: "b" }],
    ["an identifier that is null or empty", { id: null, thingId: "" }],
    ["two objects that have one", { first: { id: "a" }, second: { id: "b" } }],
  ])("not where the body has %s", (_, json) => {
    expect(identify(json, wanted("thingId"))).toBeUndefined();
  });
});

describe("the things of a list are identified", () => {
  const found = [
    { value: 1, location: expect.stringMatching(/\[0\]\.id$/) },
    { value: 2, location: expect.anything() },
  ];
  const items = [{ id: 1 }, { id: 2 }];
  test.each<[string, unknown]>([
    ["that is the body", items],
    ["in an envelope", { items, total: 2 }],
    ["in an envelope of an envelope", { data: { things: items }, ok: true }],
  ])("%s", (_, json) => {
    expect(identifyItems(json, wanted("thingId"))).toEqual(found);
  });

  test("of identifiers", () => {
    expect(identifyItems(["a", "b"], wanted("thingId")).map(({ value }) => value)).toEqual(["a", "b"]);
  });

  test("but not where it is open which list is meant, or where there is none", () => {
    expect(identifyItems({ items, others: items }, wanted("thingId"))).toEqual([]);
    expect(identifyItems({ id: 1 }, wanted("thingId"))).toEqual([]);
  });
});

test.each([
  ["things", "thing"],
  ["categories", "category"],
  ["boxes", "box"],
  ["addresses", "address"],
  ["status", "status"],
  ["pet", "pet"],
])("the singular of %s is %s", (plural, one) => {
  expect(singular(plural)).toBe(one);
});

test.each([
  ["petId", "pet"],
  ["pet_id", "pet"],
  ["pet-uuid", "pet"],
  ["PetID", "pet"],
  ["petIds", "pet"],
  ["id", undefined],
  ["paid", undefined],
  ["valid", undefined],
  ["petName", undefined],
])("the noun of %s is %s", (name, noun) => {
  expect(nounOf(name)).toBe(noun);
});
