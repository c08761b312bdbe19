import { randomUUID } from "node:crypto";
import { type Answer, headerOf, json, Refusal } from "../core/message.ts";
import type { Call } from "../core/provider.ts";

interface Board {
  id: number;
  title: string;
  colour: string;
  version: number;
}

interface Card {
  card: string;
  text: string;
  points: number;
  archived: boolean;
}

interface Note {
  id: string;
  boardId: number;
  words: string;
}

/** What a provider of boards keeps. Faults may look at it and change it. */
export interface BoardStore {
  boards: Map<number, Board>;
  /** By board. */
  cards: Map<number, Map<string, Card>>;
  notes: Map<string, Note>;
}

/** What each operation of the document does, by its operationId. */
export function operations(store: BoardStore): Record<string, (call: Call) => Answer> {
  const { boards, cards, notes } = store;
  let nextId = 5001;

  const boardOf = ({ parameters }: Call): Board => {
    const board = boards.get(parameters.boardId as number);
    if (!board) throw new Refusal(404, "No board has this id.");
    return board;
  };
  const cardOf = (call: Call): Card => {
    const card = cards.get(boardOf(call).id)?.get((call.parameters.cardId as string).toLowerCase());
    if (!card) throw new Refusal(404, "No card of the board has this id.");
    return card;
  };
  const shown = (status: number, board: Board, headers: [string, string][] = []) =>
    json(status, board, [["ETag", `"${board.version}"`], ...headers]);

  return {
    createBoard({ body }) {
      const board: Board = { colour: "red", ...(body as { title: string }), id: nextId++, version: 1 };
      boards.set(board.id, board);
      cards.set(board.id, new Map());
      return json(201, board, [["Location", `/v1/boards/${board.id}`]]);
    },
    listBoards: ({ parameters }) =>
      json(200, { boards: [...boards.values()].reverse().slice(0, (parameters.limit as number | undefined) ?? 20) }),
    readBoard: (call) => shown(200, boardOf(call)),
    replaceBoard(call) {
      const { id, version } = boardOf(call);
      const wanted = headerOf(call.request, "If-Match") ?? "*";
      if (wanted !== "*" && wanted !== `"${version}"`) throw new Refusal(412, "The board was replaced meanwhile.");
      const board: Board = { colour: "red", ...(call.body as { title: string }), id, version: version + 1 };
      boards.set(id, board);
      return shown(200, board);
    },
    removeBoard(call) {
      const { id } = boardOf(call);
      boards.delete(id);
      cards.delete(id);
      return { status: 204, headers: [] };
    },
    addCard(call) {
      const { id } = boardOf(call);
      const card: Card = { points: 0, ...(call.body as { text: string }), card: randomUUID(), archived: false };
      cards.get(id)?.set(card.card, card);
      return json(201, card);
    },
    listCards: (call) => json(200, { cards: [...(cards.get(boardOf(call).id)?.values() ?? [])].slice(-20) }),
    readCard: (call) => json(200, cardOf(call)),
    changeCard(call) {
      return json(200, Object.assign(cardOf(call), call.body));
    },
    removeCard(call) {
      cards.get(boardOf(call).id)?.delete(cardOf(call).card);
      return { status: 204, headers: [] };
    },
    archiveCard(call) {
      const card = cardOf(call);
      if (card.archived) throw new Refusal(409, "The card is archived already.");
      card.archived = true;
      return json(200, card);
    },
    addNote({ body }) {
      const note: Note = { ...(body as Omit<Note, "id">), id: randomUUID() };
      if (!boards.has(note.boardId)) throw new Refusal(422, "No board has this id.");
      notes.set(note.id, note);
      return json(201, note);
    },
    readNote({ parameters }) {
      const note = notes.get((parameters.id as string).toLowerCase());
      if (!note) throw new Refusal(404, "No note has this id.");
      return json(200, note);
    },
  };
}
