import { failing, renumbered, shown, step, succeeding } from "../change.ts";
import type { JsonObject } from "../core/document.ts";
import { Refusal } from "../core/message.ts";
import { type Change, type Fault, faultsOf } from "../fault.ts";
import { answered, isPost } from "../shared/methods.ts";

const absent = () => undefined;

const responseBody = faultsOf("persona", "response-body", {
  "no id": shown("id", absent),
  "no description": shown("description", absent),
  "no clip": shown("clip", absent),
  "no persona_clips": shown("persona_clips", absent),
  "no user_image_url": shown("user_image_url", absent),
  "no handle of a clip": shown("clip/handle", absent),
  "no play_count of a clip in the list": shown("persona_clips/*/clip/play_count", absent),
  "no stream in the metadata of a clip in the list": shown("persona_clips/*/clip/metadata/stream", absent),
  "no id in the list": shown("persona_clips/*/id", absent),
  "no metadata": shown("clip/metadata", absent),
  "an id that is null": shown("id", () => null),
  "a description that is null": shown("description", () => null),
  "a description that is null where it is empty": shown("description", (text) => text || null),
  "no description where it is empty": shown("description", (text) => text || undefined),
  "persona_clips that are null where they are empty": shown<unknown[]>("persona_clips", (list) =>
    list.length > 0 ? list : null,
  ),
  "a clip that is null": shown("clip", () => null),
  "a clip that is its id": shown<JsonObject>("clip", (clip) => clip.id),
  "metadata that are a string": shown("clip/metadata", (metadata) => JSON.stringify(metadata)),
  "an id that is a number": shown("id", () => 42),
  "an id that is no UUID": shown<string>("id", (id) => `persona_${id}`),
  "an id without hyphens": shown<string>("id", (id) => id.replaceAll("-", "")),
  "an id in braces": shown<string>("id", (id) => `{${id}}`),
  "an id with urn:uuid:": shown<string>("id", (id) => `urn:uuid:${id}`),
  "a name that is a list": shown("name", (name) => [name]),
  "a play_count that is a string": shown("clip/play_count", String),
  "a play_count that is no integer": shown("clip/play_count", () => 0.5),
  "a play_count that is null": shown("clip/play_count", () => null),
  "a duration that is a string": shown("clip/metadata/duration", (seconds) => `${seconds}s`),
  "an is_public that is a string": shown("clip/is_public", String),
  "an is_liked that is 0": shown("clip/is_liked", Number),
  "an is_trashed that is null": shown("clip/is_trashed", () => null),
  "created_at in milliseconds": shown<string>("clip/created_at", (time) => Date.parse(time)),
  "created_at without a zone": shown<string>("clip/created_at", (time) => time.replace("Z", "")),
  "created_at with a space": shown<string>("clip/created_at", (time) => time.replace("T", " ")),
  "created_at that is a date": shown<string>("clip/created_at", (time) => time.slice(0, 10)),
  "created_at on a day that is not": shown("clip/created_at", () => "2024-02-30T10:34:30.144Z"),
  "created_at as mail has it": shown<string>("clip/created_at", (time) => new Date(time).toUTCString()),
  "a URL that is a path": shown<string>("clip/audio_url", (url) => new URL(url).pathname),
  "a URL without a scheme": shown<string>("clip/image_url", (url) => url.replace("https:", "")),
  "a URL that is empty": shown("user_image_url", () => ""),
  "a URL with a space": shown<string>("clip/video_url", (url) => `${url} copy`),
  "persona_clips that are an object": shown("persona_clips", (list) => ({ ...(list as object[]) })),
  "persona_clips that are clips": shown("persona_clips", (list) => (list as JsonObject[]).map(({ clip }) => clip)),
  "a persona_clip that is null": shown("persona_clips", (list) => [...(list as object[]), null]),
  "the id of a persona_clip that is a string": shown("persona_clips/*/id", String),
  "the second persona_clip is wrong": shown("persona_clips/1/id", () => "11288926"),
  "the last of many persona_clips is wrong": shown("persona_clips/4/clip/title", () => null),
  "names in camel case": shown("", (body) => ({ ...(body as object), root_clip_id: undefined, rootClipId: "" })),
  "an empty object": shown("", () => ({})),
  "a list of the persona": shown("", (body) => [body]),
  "the persona under data": shown("", (body) => ({ data: body })),
  "the id alone": shown<JsonObject>("", ({ id }) => id),
  "an error with 200": shown("", () => ({ error: { code: "internal", message: "Something went wrong." } })),
  "true alone": shown("", () => true),
  "a problem that is a list": failing((answer) => ({ ...answer, body: [answer.body] })),
  "a problem that is a string": failing((answer) => ({ ...answer, body: "refused" })),
  "a problem that is null": failing((answer) => ({ ...answer, body: null })),
  "a problem that is HTML": step(
    "serialise",
    (serialise) => (body, answer) => (answer.status < 400 ? serialise(body, answer) : "<h1>Bad Request</h1>"),
  ),
  "a problem that is cut": step(
    "serialise",
    (serialise) => (body, answer) =>
      answer.status < 400 ? serialise(body, answer) : serialise(body, answer).slice(0, -1),
  ),
  "a problem without a body": failing(({ status, headers }) => ({ status, headers })),
});

const echo = faultsOf("persona", "echo", {
  "name and description are exchanged": shown<JsonObject>("", (body) => ({
    ...body,
    name: body.description,
    description: body.name,
  })),
  "the description is that of the example": shown("description", () => "123"),
  "root_clip_id is that of the example": shown("root_clip_id", () => "54834687-5e79-4f08-8e14-cf188f15b598"),
  "root_clip_id is the new id": shown<JsonObject>("", (body) => ({ ...body, root_clip_id: body.id })),
  "root_clip_id is another one": shown("root_clip_id", () => "0b1f3c52-7a86-4b0e-9f2d-5f1f0e6a9d11"),
  "the clip is another one": shown("clip/id", () => "0b1f3c52-7a86-4b0e-9f2d-5f1f0e6a9d11"),
});

const status = faultsOf("persona", "status", {
  "201 for 200": renumbered(200, 201),
  "202 for 200": renumbered(200, 202),
  "206 for 200": renumbered(200, 206),
  "204 with the answer left out": succeeding(({ headers }) => ({ status: 204, headers })),
  "299 for 200": renumbered(200, 299),
  "200 for what breaks the schema": renumbered(422, 200),
  "200 for what is no JSON": renumbered(400, 200),
  "200 for all that is refused": failing((answer) => ({ ...answer, status: 200 })),
  "201 for what breaks the schema": renumbered(422, 201),
  "500 for what breaks the schema": renumbered(422, 500),
  "500 for what is no JSON": renumbered(400, 500),
  "500 for another media type": renumbered(415, 500),
  "503 for what breaks the schema": renumbered(422, 503),
  "302 for what breaks the schema": renumbered(422, 302),
  "401 for what breaks the schema": renumbered(422, 401),
  "403 for what breaks the schema": renumbered(422, 403),
  "404 for what breaks the schema": renumbered(422, 404),
  "405 for what breaks the schema": renumbered(422, 405),
  "406 for what breaks the schema": renumbered(422, 406),
  "409 for what breaks the schema": renumbered(422, 409),
  "415 for what breaks the schema": renumbered(422, 415),
  "429 for what breaks the schema": renumbered(422, 429),
  "401 for what is no JSON": renumbered(400, 401),
  "404 for what is no JSON": renumbered(400, 404),
  "415 for what is no JSON": renumbered(400, 415),
  "422 for another media type": renumbered(415, 422),
  "404 for another media type": renumbered(415, 404),
  "499 for all that is refused": failing((answer) => ({ ...answer, status: 499 })),
  "600 for what breaks the schema": renumbered(422, 600),
});

const methods = faultsOf("persona", "methods", {
  "GET does what POST does": isPost("GET"),
  "GET succeeds with nothing": answered("GET", (answer) => ({ ...answer, status: 200, body: {} })),
  "GET succeeds with a list": answered("GET", (answer) => ({ ...answer, status: 200, body: [] })),
  "HEAD succeeds": answered("HEAD", ({ headers }) => ({ status: 200, headers })),
  "OPTIONS succeeds": answered("OPTIONS", ({ headers }) => ({ status: 200, headers })),
  "PUT is accepted": answered("PUT", ({ headers }) => ({ status: 202, headers })),
});

const server = faultsOf("persona", "server-errors", {
  "a list of no clips": clipsCrash((clips) => clips.length === 0),
  "two clips": clipsCrash((clips) => clips.length === 2),
  "a hundred clips": clipsCrash((clips) => clips.length >= 100),
  "the same clip twice": clipsCrash((clips) => new Set(clips).size < clips.length),
});

const state = faultsOf("persona", "state", {
  "an empty description is the one of the request before": bleeding((before, body) => ({
    ...body,
    description: body.description || before.description,
  })),
  "the name is the one of the request before": bleeding(({ name }, body) => ({ ...body, name })),
  "the name is the one of the first request": bleeding(({ name }, body) => Object.assign(body, { name })),
  "clips are added to those of the request before": bleeding(({ clips }, body) => ({
    ...body,
    clips: [...new Set([...(clips as string[]), ...(body.clips as string[])])],
  })),
});

export const personaAnswerFaults: Fault[] = [...responseBody, ...echo, ...status, ...methods, ...server, ...state];

function clipsCrash(test: (clips: string[]) => boolean) {
  return step("serve", (serve) => (call) => {
    if (test((call.body as { clips: string[] }).clips)) throw new Refusal(500, "The provider did not think of this.");
    return serve(call);
  });
}

/** Mixes the body of the request before into each new persona. */
function bleeding(mix: (before: JsonObject, body: JsonObject) => JsonObject): Change {
  return (provider) => {
    let before: JsonObject | undefined;
    return step("serve", (serve) => (call) => {
      const body = call.body as JsonObject;
      const mixed = before ? mix(before, body) : body;
      before = body;
      return serve({ ...call, body: mixed });
    })(provider);
  };
}
