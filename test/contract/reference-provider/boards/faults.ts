import { calling } from "../calling.ts";
import { coerced } from "../change.ts";
import { type Answer, json, Refusal, withHeader } from "../core/message.ts";
import { type Change, type Fault, faultsOf } from "../fault.ts";
import { after, lenient, refusing, remembering, second, showing } from "./change.ts";

/** Operations about one thing, and where its identifier and a property stand in their answers. */
const shown: [operationId: string, id: string, property: string][] = [
  ["readBoard", "id", "title"],
  ["replaceBoard", "id", "version"],
  ["readCard", "card", "points"],
  ["changeCard", "card", "text"],
  ["archiveCard", "card", "archived"],
  ["readNote", "id", "words"],
  ["listBoards", "boards/*/id", "boards/*/colour"],
  ["listCards", "cards/*/card", "cards/*/text"],
];
const deletes = ["removeBoard", "removeCard"];
const all = [...shown.map(([operationId]) => operationId), ...deletes];

/** The same change of several operations. */
function each(names: string[], title: string, change: (operationId: string) => Change): Record<string, Change> {
  return Object.fromEntries(names.map((name) => [`${name} ${title}`, change(name)]));
}

function eachShown(title: string, change: (operationId: string, id: string, property: string) => Change) {
  return Object.fromEntries(shown.map(([name, id, property]) => [`${name} ${title}`, change(name, id, property)]));
}

const typed = (type: string) => (answer: Answer) => ({
  ...answer,
  headers: withHeader(answer.headers, "Content-Type", type),
});

const reads = faultsOf("boards", "things-read", {
  ...eachShown("lacks a property", (name, _id, property) => showing(name, property, () => undefined)),
  ...eachShown("has an identifier of another type", (name, id) => showing(name, id, (value) => [value])),
  ...eachShown("has null in place of a value", (name, _id, property) => showing(name, property, () => null)),
  ...each(["readBoard", "changeCard", "archiveCard", "listCards"], "gives text/html", (name) =>
    after(name, typed("text/html")),
  ),
  ...each(["readBoard", "replaceBoard"], "gives no ETag", (name) =>
    after(name, (answer) => ({ ...answer, headers: withHeader(answer.headers, "ETag") })),
  ),
  ...each(["readBoard", "replaceBoard"], "gives an ETag without quotes", (name) =>
    after(name, (answer) => ({ ...answer, headers: withHeader(answer.headers, "ETag", "7") })),
  ),
});

const statuses = faultsOf("boards", "things-status", {
  ...each(all, "fails", (name) => refusing(name, 500)),
  ...each(
    all.filter((name) => name !== "listBoards"),
    "knows no thing",
    (name) => refusing(name, 404),
  ),
  ...each(["replaceBoard", "changeCard", "archiveCard"], "answers 202", (name) =>
    after(name, (answer) => ({ ...answer, status: 202 })),
  ),
  ...each(deletes, "answers 200 with a body", (name) => after(name, () => json(200, { deleted: true }))),
  "a board is refused after it was replaced": (provider) => {
    const replaced = new Set<unknown>();
    const noting = after("replaceBoard", (answer, { parameters }) => {
      replaced.add(parameters.boardId);
      return answer;
    });
    return calling("replaceBoard", (serve, call) => {
      if (replaced.has(call.parameters.boardId)) throw new Refusal(403, "It was replaced before.");
      return serve(call);
    })(noting(provider));
  },
});

const isObject = (body: unknown): body is Record<string, unknown> => typeof body === "object" && body !== null;
const has = (name: string, test: (value: unknown) => boolean) => (body: unknown) =>
  isObject(body) && name in body && test(body[name]);

const changes = faultsOf("boards", "things-change", {
  ...each(["replaceBoard", "changeCard", "addCard", "addNote"], "takes anything", (name) => lenient(name, () => true)),
  "a board is replaced without a title": lenient("replaceBoard", (body) => isObject(body) && !("title" in body)),
  "a board is replaced with an empty title": lenient(
    "replaceBoard",
    has("title", (title) => title === ""),
  ),
  "a board is replaced with a long title": lenient(
    "replaceBoard",
    has("title", (title) => String(title).length > 60),
  ),
  "a board is replaced with another colour": lenient(
    "replaceBoard",
    has("colour", (colour) => typeof colour === "string"),
  ),
  "a board is replaced with what nobody described": lenient(
    "replaceBoard",
    has("title", (title) => typeof title === "string"),
  ),
  "a card is changed to fewer than no points": lenient(
    "changeCard",
    has("points", (points) => Number(points) < 0),
  ),
  "a card is changed to too many points": lenient(
    "changeCard",
    has("points", (points) => Number(points) > 100),
  ),
  "a card is changed to half a point": lenient(
    "changeCard",
    has("points", (points) => typeof points === "number"),
  ),
  "a card is changed to no text": lenient(
    "changeCard",
    has("text", (text) => text === null),
  ),
  "a card is changed by nothing": lenient("changeCard", (body) => isObject(body) && Object.keys(body).length === 0),
  "a card is added without a text": lenient("addCard", (body) => isObject(body) && !("text" in body)),
  "a note has a number for its words": lenient(
    "addNote",
    has("words", (words) => typeof words === "number"),
  ),
  "a note is about a board in words": coerced<unknown>("boardId", (given) =>
    typeof given === "string" && /^\d+$/.test(given) ? Number(given) : given,
  ),
});

const lives = faultsOf("boards", "things-life", {
  "a new board cannot be read": refusing("readBoard", 410),
  "a new card cannot be read": refusing("readCard", 410),
  "a new note cannot be read": refusing("readNote", 410),
  "every third board cannot be read": calling("readBoard", (serve, call) => {
    if (Number(call.parameters.boardId) % 3 === 0) throw new Refusal(404, "No board has this id.");
    return serve(call);
  }),
  "a deleted board can be read": remembering("removeBoard", "readBoard"),
  "a deleted board can be replaced": remembering("removeBoard", "replaceBoard"),
  "a deleted board has cards": remembering("removeBoard", "listCards"),
  "a deleted card can be read": remembering("removeCard", "readCard"),
  "a deleted card can be changed": remembering("removeCard", "changeCard"),
  "a deleted card can be archived": remembering("removeCard", "archiveCard"),
  ...each(deletes, "deletes nothing", (name) => calling(name, () => ({ status: 204, headers: [] }))),
  ...each(deletes, "fails the second time", (name) => second(name, json(500, { title: "", status: 500, detail: "" }))),
  ...each(deletes, "conflicts the second time", (name) =>
    second(name, json(409, { title: "", status: 409, detail: "" })),
  ),
  "a deleted board is refused in another way": calling("readBoard", async (serve, call) => {
    try {
      return await serve(call);
    } catch {
      throw new Refusal(400, "No board has this id.");
    }
  }),
});

/** The faults of the boards provider: all show only on things that exist. */
export const boardsFaults: Fault[] = [...reads, ...statuses, ...changes, ...lives];
