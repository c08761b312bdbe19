import { type Parts, type Probe, raw } from "./exchange.ts";

/** Probes of the boards provider: the life of a board, a card and a note, for every group. */
export function boardsProbes(token: string): Record<string, Probe[]> {
  const ask = (method: string, target: string, body?: unknown, headers: Parts["headers"] = {}) =>
    raw({
      method,
      target: `/v1${target}`,
      body: body === undefined ? "" : JSON.stringify(body),
      headers: {
        Authorization: `Bearer ${token}`,
        ...(body !== undefined && { "Content-Type": "application/json" }),
        ...headers,
      },
    });
  const life: Probe = async (send) => {
    const idOf = (text: string) => /"(?:id|card)":"?([^",}]+)/.exec(text)?.[1] ?? "0";
    const boards = [];
    for (const title of ["a", "b", "c"]) boards.push(idOf(await send(ask("POST", "/boards", { title }))));
    const cards = [];
    for (const text of ["a", "b"]) cards.push(idOf(await send(ask("POST", `/boards/${boards[0]}/cards`, { text }))));
    const note = idOf(await send(ask("POST", "/notes", { boardId: Number(boards[0]), words: "a" })));
    const board = `/boards/${boards[0]}`;
    const card = `${board}/cards/${cards[0]}`;
    const wrong = [
      {},
      { title: "" },
      { title: "x".repeat(61) },
      { title: "x", colour: "x" },
      { title: "x", more: 1 },
      { title: 5 },
    ];
    const wrongCards = [{}, { points: -1 }, { points: 101 }, { points: 0.5 }, { text: null }, { text: 5 }];
    const steps = [
      ...boards.map((id) => ask("GET", `/boards/${id}`)),
      ask("GET", "/boards"),
      ask("GET", `${board}/cards`),
      ask("GET", card),
      ask("GET", `/notes/${note}`),
      ...wrong.map((body) => ask("PUT", board, body)),
      ...wrongCards.flatMap((body) => [ask("PATCH", card, body), ask("POST", `${board}/cards`, body)]),
      ...[
        { boardId: Number(boards[0]), words: 5 },
        { boardId: boards[0], words: "x" },
      ].map((body) => ask("POST", "/notes", body)),
      ask("PUT", board, { title: "d" }),
      ask("PUT", board, { title: "e" }, { "If-Match": '"1"' }),
      ask("PATCH", card, { points: 3 }),
      ask("POST", `${card}/archive`),
      ask("POST", `${card}/archive`),
      ...["DELETE", "GET", "DELETE"].map((method) => ask(method, card)),
      ask("PATCH", card, { points: 3 }),
      ask("POST", `${card}/archive`),
      ...["DELETE", "GET", "DELETE"].map((method) => ask(method, board)),
      ask("PUT", board, { title: "d" }),
      ask("GET", `${board}/cards`),
      ask("GET", "/boards/99"),
    ];
    for (const step of steps) await send(step);
  };
  return Object.fromEntries(
    ["things-read", "things-status", "things-change", "things-life"].map((group) => [group, [life]]),
  );
}
