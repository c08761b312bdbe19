import { merged, type Probe, raw } from "./exchange.ts";
import type { Subject } from "./kit.ts";
import { sharedBodyProbes } from "./shared-bodies.ts";
import { sharedHttpProbes } from "./shared-http.ts";

const clip = "54834687-5e79-4f08-8e14-cf188f15b598";
const target = "/suno/persona/create/";
const example = {
  root_clip_id: clip,
  name: "Persona title",
  description: "Persona Description",
  clips: [clip],
  is_public: true,
};

/** Probes of the persona provider, by the group of the faults that they bring to light. */
export function personaProbes(token: string): Record<string, Probe[]> {
  const headers = { "Content-Type": "application/json", Authorization: `Bearer ${token}` };
  const subject: Subject = {
    target,
    head: target,
    token,
    example,
    text: (name) => ({ ...example, name }),
    last: '"extra":"x',
  };
  const bodies = (...all: object[]) => all.map((body) => raw({ target, headers, body: JSON.stringify(body) }));
  const varied = (name: string, ...values: unknown[]) =>
    bodies(...values.map((value) => ({ ...example, [name]: value })));
  const without = (name: string, more: object = {}) => bodies({ ...example, [name]: undefined, ...more });
  const own: Record<string, Probe[]> = {
    "request-required": [
      ...Object.keys(example).flatMap((name) => without(name)),
      ...[
        ...bodies({}),
        ...without("name", { title: "x" }),
        ...without("name", { Name: "x" }),
        ...without("is_public", { isPublic: true }),
      ],
    ],
    "request-types": [
      ...varied("name", 5, true, null, ["a"], ["a", "b"], {}),
      ...varied("description", null, 5, ["a", "b"]),
      ...varied("is_public", "true", "false", "yes", 1, 0, null, "", "x", {}, []),
      ...varied("clips", clip, null, { 0: clip }, false, [null, clip], [5, clip], [[clip]], [{ id: clip }]),
      ...varied("root_clip_id", [clip], null, 5, {}),
    ],
    "request-constraints": [
      ...varied(
        "root_clip_id",
        "",
        `{${clip}}`,
        `urn:uuid:${clip}`,
        clip.replaceAll("-", ""),
        `${clip.replaceAll("-", "")}----`,
        ` ${clip} `,
        `${clip}\n`,
      ),
      ...varied(
        "root_clip_id",
        "z".repeat(36),
        clip.replace("5", "g"),
        `${clip}0`,
        `0${clip}`,
        clip.slice(1),
        clip.replace("5", "５"),
        `https://x/${clip}`,
        "clip",
      ),
      ...varied("clips", ["x"], ["", clip], [clip, "x"], ["x", clip], [` ${clip}`]),
    ],
    "valid-refused": [
      ...varied(
        "name",
        "",
        " ",
        "x",
        "x".repeat(60),
        "x".repeat(300),
        "x".repeat(6000),
        "é",
        "\u{1f382}",
        "a\nb",
        "a\u0007",
        "a'b",
        "<b>",
        "12",
        "null",
      ),
      ...[...bodies(example), ...bodies(example)],
      ...varied("description", "", "x".repeat(1001), "a\nb"),
      ...varied("clips", [], [clip, clip], Array(11).fill(clip), [clip.toUpperCase()], [clip, clip.replace("5", "6")]),
      ...varied("is_public", false),
      ...varied("root_clip_id", clip.toUpperCase()),
      ...bodies({ ...example, extra: 1 }, Object.fromEntries(Object.entries(example).toReversed())),
      ...bodies({ ...example, ...Object.fromEntries(Array.from({ length: 60 }, (_none, index) => [`x${index}`, 1])) }),
      raw({ target, headers: { ...headers, Authorization: null }, body: JSON.stringify(example) }),
    ],
    "response-body": [
      ...bodies(example),
      ...bodies(
        { ...example, description: "" },
        { ...example, clips: [] },
        { ...example, clips: Array(5).fill(clip) },
        {},
      ),
    ],
    echo: [...bodies({ ...example, root_clip_id: clip.replace("5", "6") }), ...bodies(example)],
    status: [
      ...bodies(example, {}),
      raw({ target, headers, body: "{" }),
      raw({ target, headers: { ...headers, "Content-Type": "text/plain" }, body: "{}" }),
    ],
    methods: ["GET", "HEAD"].map((method) =>
      raw({ method, target, headers, body: method === "GET" ? JSON.stringify(example) : "" }),
    ),
    "server-errors": varied("clips", [], [clip, clip.replace("5", "6")], [clip, clip], Array(100).fill(clip)),
    state: [
      ...bodies(...["a", "", "b", ""].map((description) => ({ ...example, description }))),
      ...bodies({ ...example, name: "one" }, { ...example, name: "two", clips: [clip.replace("5", "6")] }),
    ],
  };
  return merged(sharedBodyProbes(subject), sharedHttpProbes(subject), own);
}
