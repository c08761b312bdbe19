import { describe, expect, test } from "vitest";
import { createRedactor, shown } from "../../../src/contract/report/redact.ts";

const key = "Key-of-4711";
const { text } = createRedactor([{ value: key, variable: "API_KEY" }]);
const base64 = (value: string) => Buffer.from(value).toString("base64");

describe("no form of the key that a case sends is left in a text", () => {
  test.each([
    key,
    `${key}x`,
    key.slice(0, -1),
    key.slice(1),
    "kEY-OF-4711",
    `wrong-${[...key].reverse().join("")}`,
    base64(key),
    base64(`${key}:`),
    base64(`user:${key}`),
    encodeURIComponent(key),
  ])("%s", (form) => {
    const redacted = text(`Authorization: Bearer ${form}; and again ${form}`);
    expect(redacted).not.toContain(form);
    expect(redacted).toMatch(/API_KEY|\(hidden\)/);
  });
});

describe("a key that was cut, or split over two texts, shows less than half of itself", () => {
  const cuts = [...key].map((_, index) => index);
  test.each(cuts)("at character %i", (cut) => {
    for (const part of [key.slice(0, cut), key.slice(cut)])
      for (const form of [part, `"x${part}...`, `Bearer ${part.toUpperCase()}`])
        if (part.length > key.length / 2) expect(text(form).toLowerCase()).not.toContain(part.toLowerCase());
    const halves = text(key.slice(0, cut)) + text(key.slice(cut));
    expect(halves).not.toContain(key);
    const left = [...halves.matchAll(/[\w-]+/g)].map(([word]) => word).filter((word) => key.includes(word));
    for (const word of left) expect(word.length).toBeLessThanOrEqual(key.length / 2);
  });
});

test("only what stands for the key alone names its variable", () => {
  expect(text(`${key}x ${key.slice(0, -1)}x ${base64(key)} ${base64(`${key}:`)} ${base64(`user:${key}`)}`)).toMatch(
    /^\$\{API_KEY\}x \(hidden\) base64\(\$\{API_KEY\}\) base64\(\$\{API_KEY\}:\) \(hidden\)$/,
  );
});

test("a text without the key is left as it is", () => {
  expect(text("Bearer of other news")).toBe("Bearer of other news");
});

test("a key that is made up is no secret", () => {
  expect(createRedactor([]).text("made-up-key-1")).toBe("made-up-key-1");
});

test("a very short key does not garble texts", () => {
  expect(createRedactor([{ value: "a", variable: "API_KEY" }]).text("a banana")).toBe("a banana");
});

describe("a message escapes a key, and its forms, in ways of its own", () => {
  const odd = 'a+B/c="d\\e:%';
  const redactor = createRedactor([{ value: odd, variable: "API_KEY" }]);
  test.each([
    encodeURIComponent(odd),
    encodeURIComponent(odd).replaceAll(/%../g, (code) => code.toLowerCase()),
    encodeURIComponent(odd.slice(1)),
    JSON.stringify(odd).slice(1, -1),
    JSON.stringify(odd).slice(1, -1).replaceAll("/", "\\/"),
    Buffer.from(`x${odd}:`).toString("base64"),
    Buffer.from(`{"a":"${odd.slice(0, -1)}"}`).toString("base64url"),
    `Bearer${Buffer.from(`user:${odd}`).toString("base64")}`,
  ])("%s", (form) => {
    const redacted = redactor.text(`it is ${form}.`);
    expect(redacted).not.toContain(form.slice(6));
    expect(redacted).toMatch(/API_KEY|\(hidden\)/);
  });
});

test("what has gone through once stays as it is, also where the variable's name is a form of the key", () => {
  const redactor = createRedactor([{ value: "test", variable: "TEST_TOKEN" }]);
  const once = redactor.text("test tset TEST dGVzdDo=");
  // biome-ignore lint/suspicious/noTemplateCurlyInString: a shell expands it
  expect(once).toBe("${TEST_TOKEN} (hidden) (hidden) base64(${TEST_TOKEN}:)");
  expect(redactor.text(once)).toBe(once);
});

test("a name that no shell gives to a variable is not used as one", () => {
  // biome-ignore lint/suspicious/noTemplateCurlyInString: a shell expands it
  expect(createRedactor([{ value: key, variable: "my-key" }]).text(key)).toBe("${KEY}");
});

describe("a very short key is hidden where credentials stand", () => {
  const redactor = createRedactor([{ value: "abc", variable: "API_KEY" }]);
  // biome-ignore-start lint/suspicious/noTemplateCurlyInString: a shell expands it
  test.each([
    ["Authorization", "Bearer abc", "Bearer ${API_KEY}"],
    ["Authorization", "Bearer abcx", "(hidden)"],
    ["Authorization", "Bearer abx", "(hidden)"],
    ["Authorization", "Bearer a", "(hidden)"],
    ["Authorization", "Bearerabc", "(hidden)"],
    ["Authorization", "Basic YWI6", "(hidden)"],
    ["Authorization", "Bearer null", "(hidden)"],
    ["Authorization", "", ""],
    ["Cookie", "sid=abc; b=c", "(hidden)"],
    ["X-Api-Key", "abc, abc", "(hidden)"],
    ["Accept", "abc", "abc"],
    ["Idempotency-Key", "abc", "abc"],
  ])("%s: %s", (name, value, redacted) => {
    expect(shown(redactor.header(name, value))).toBe(redacted);
  });

  test("and in parameters", () => {
    expect(shown(redactor.target("/abc?q=abc&access_token=abc&api-key=xabc"))).toBe(
      "/abc?q=abc&access_token=${API_KEY}&api-key=(hidden)",
    );
  });
  // biome-ignore-end lint/suspicious/noTemplateCurlyInString: a shell expands it
});

describe("of requests that others made, whatever credentials are is hidden", () => {
  // biome-ignore-start lint/suspicious/noTemplateCurlyInString: a shell expands it
  test.each([
    [undefined, "${KEY}"],
    ["API_KEY", "${API_KEY}"],
  ])("with the variable %s", (variable, placeholder) => {
    const redactor = createRedactor([{ value: "made-up-key-1", variable }], { foreign: true });
    expect(shown(redactor.header("Authorization", "Bearer theirs"))).toBe(`Bearer ${placeholder}`);
    expect(shown(redactor.header("Cookie", "sid=made-up-key-1; other=one"))).toBe(placeholder);
    expect(shown(redactor.header("Set-Cookie", "sid=theirs; HttpOnly"))).toBe(placeholder);
    expect(shown(redactor.target("/a?q=1&access_token=theirs&r=2"))).toBe(`/a?q=1&access_token=${placeholder}&r=2`);
    expect(shown(redactor.header("Content-Type", "application/json"))).toBe("application/json");
  });
  // biome-ignore-end lint/suspicious/noTemplateCurlyInString: a shell expands it
});
