import { describe } from "vitest";
import type { Habits } from "./app.ts";
import { apiKey, bearer, documentOf } from "./documents.ts";
import { app, create, given, key } from "./things.ts";
import { testVerdicts } from "./verdict.ts";

describe("credentials and bodies", () => {
  const document = (...statuses: number[]) => documentOf({ "/things": create([201, ...statuses]) }, bearer);
  const creating = (habits: Habits) => app("POST", "/things", habits);
  const hono = { ...key, malformed: 400 };
  testVerdicts([
    ["malformed ones get 400, documented", creating({ key: hono }), document(400, 401, 415, 422), [], given(key.value)],
    ["malformed ones get 400, undocumented", creating({ key: hono }), document(401, 415, 422), [], given(key.value)],
    [
      "missing ones get 400, documented",
      creating({ key: { ...key, missing: 400 } }),
      document(400, 401, 415, 422),
      [],
      given(key.value),
    ],
    [
      "the key is two words, of which the first may be in any case",
      creating({ key: { ...key, value: "0123456789", scheme: "Token" } }),
      documentOf({ "/things": create([201, 401, 415, 422]) }, apiKey),
      [],
      given("Token 0123456789"),
    ],
    [
      "the body is read before them",
      creating({ key, bodyBeforeCredentials: true, invalidBody: 400 }),
      document(400, 401, 415),
      [],
      given(key.value),
    ],
    [
      "the body is read before them, 400 undocumented",
      creating({ key, bodyBeforeCredentials: true, malformedJson: 400 }),
      document(401, 415, 422),
      [],
      given(key.value),
    ],
    [
      "no JSON gets 400, and only 422 is documented",
      creating({ malformedJson: 400 }),
      documentOf({ "/things": create([201, 415, 422]) }),
      [],
    ],
    [
      "no JSON gets 422, and only 400 is documented",
      creating({ malformedJson: 422, invalidBody: 400 }),
      documentOf({ "/things": create([201, 400, 415]) }),
      [],
    ],
    [
      "a scalar is no JSON to the parser, and only 422 is documented",
      creating({ malformedJson: 400, noScalars: true }),
      documentOf({ "/things": create([201, 415, 422]) }),
      [],
    ],
    [
      "an invalid body gets 400, and only 422 is documented",
      creating({ invalidBody: 400, malformedJson: 422 }),
      documentOf({ "/things": create([201, 415, 422]) }),
      ["createThing/status/body 400"],
    ],
  ]);
});
