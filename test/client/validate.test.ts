import { describe, expect, test } from "vitest";
import { createPersonaClient } from "../../src/index.ts";
import { type Violation, validateBodies } from "../../src/validate.ts";
import { http, rawServer } from "../helpers/raw-server.ts";
import { documentedAnswer, documentedRequest } from "../openapi/documented-example.ts";

const json = { "Content-Type": "application/json" };
const answering = (body: unknown) => rawServer(http(200, json, JSON.stringify(body)));
const { id: _, ...withoutId } = documentedAnswer;
const [part] = documentedAnswer.persona_clips;
const wrongClip = { ...part?.clip, metadata: { ...part?.clip.metadata, duration: "190" } };
const deepFault = { ...documentedAnswer, persona_clips: [{ ...part, clip: wrongClip }] };

test("the documented answer passes, and so does one with a field that is not described", async () => {
  for (const body of [documentedAnswer, { ...documentedAnswer, more: 1 }]) {
    const { url } = await answering(body);
    const client = createPersonaClient({ baseUrl: url, validate: validateBodies({ requests: true }) });
    expect(await client.createPersona(documentedRequest)).toEqual(body);
  }
});

describe("an answer that does not match the spec", () => {
  test.each([
    ["a field is missing", withoutId, "it must have required property 'id'"],
    ["a field has another type", { ...documentedAnswer, name: 5 }, "/name must be string"],
    ["an id is no UUID", { ...documentedAnswer, id: "7" }, '/id must match format "uuid"'],
    ["a fault deep inside", deepFault, "/persona_clips/0/clip/metadata/duration must be number"],
  ])("%s: the call fails", async (_name, body, message) => {
    const { url } = await answering(body);
    const call = createPersonaClient({ baseUrl: url, validate: validateBodies() }).createPersona(documentedRequest);
    await expect(call).rejects.toMatchObject({
      name: "PersonaBodyError",
      kind: "body",
      status: 200,
      outcome: "unknown",
      body,
      message: expect.stringContaining(message),
    });
  });

  test("a function is told, and the call goes on", async () => {
    const { url } = await answering(withoutId);
    const violations: Violation[] = [];
    const validate = validateBodies({ onViolation: (violation) => violations.push(violation) });
    expect(await createPersonaClient({ baseUrl: url, validate }).createPersona(documentedRequest)).toEqual(withoutId);
    expect(violations).toEqual([
      { operationId: "createPersona", status: 200, pointer: "", message: "must have required property 'id'" },
    ]);
  });
});

describe("a request that does not match the spec", () => {
  const wrong = { ...documentedRequest, root_clip_id: "CANARY" };

  test("is sent, unless requests are checked", async () => {
    const { url, requests } = await answering(documentedAnswer);
    await createPersonaClient({ baseUrl: url, validate: validateBodies() }).createPersona(wrong);
    expect(requests).toHaveLength(1);
  });

  test("is not sent where they are", async () => {
    const { url, requests } = await answering(documentedAnswer);
    const validate = validateBodies({ requests: true });
    const call = createPersonaClient({ baseUrl: url, validate }).createPersona(wrong);
    await expect(call).rejects.toMatchObject({
      name: "PersonaUsageError",
      outcome: "not-sent",
      message: expect.stringContaining('/root_clip_id must match format "uuid"'),
    });
    expect(requests).toHaveLength(0);
  });
});

test("responses may go unvalidated, except that a success without the persona is still none", async () => {
  const wrong = { ...documentedAnswer, name: 5 };
  const { url } = await rawServer(http(200, json, JSON.stringify(wrong)), http(200, json, JSON.stringify(withoutId)));
  const client = createPersonaClient({ baseUrl: url, validate: validateBodies({ responses: false }) });
  expect(await client.createPersona(documentedRequest)).toEqual(wrong);
  await expect(client.createPersona(documentedRequest)).rejects.toMatchObject({ name: "PersonaBodyError" });
});
