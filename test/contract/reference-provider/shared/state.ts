import { setTimeout as delay } from "node:timers/promises";
import { edited, failing, finishing, shown, step, succeeding } from "../change.ts";
import type { JsonObject } from "../core/document.ts";
import { type Answer, headerOf, withHeader } from "../core/message.ts";
import type { Change } from "../fault.ts";

/** What goes wrong between requests while each alone is right. */
export const state: Record<string, Change> = {
  "the same id always": shown("id", (id) => id && "7d9f0c52-4f0b-4a51-9f0e-3c1d8f2b7a10"),
  "the id of the answer before, each second time": repeated(2),
  "the id of the answer before, each fifth time": repeated(5),
  "the same id for the same body": remembering<string>((seen, answer, text) => {
    const { id } = answer.body as { id?: string };
    if (!id) return answer;
    if (!seen.has(text)) seen.set(text, id);
    return { ...answer, body: { ...(answer.body as object), id: seen.get(text) } };
  }),
  "the same answer for the same body": remembering<Answer>((seen, answer, text) => {
    if (!seen.has(text)) seen.set(text, answer);
    return seen.get(text) ?? answer;
  }),
  "answers are swapped where two requests are served at once": swapped((_mine, other) => other),
  "a second request at the same time fails": concurrent(500),
  "a second request at the same time is refused": concurrent(429),
  "each third answer fails": each(3, (answer) => ({ ...answer, status: 500 })),
  "each tenth answer fails": each(10, (answer) => ({ ...answer, status: 503 })),
  "each tenth answer lacks a property": each(10, (answer) => ({
    ...answer,
    body: edited(answer.body, "id", () => undefined),
  })),
  "each seventh answer has no Content-Type": each(7, (answer) => ({
    ...answer,
    headers: withHeader(answer.headers, "Content-Type"),
  })),
  "the first answer fails": each(1_000_000, (answer) => ({ ...answer, status: 503 }), 1),
  "all after the eighth answer is too much": finishing((answer, { nth }) =>
    nth > 8 ? { ...answer, status: 429 } : answer,
  ),
  "the second request on a connection fails": finishing((answer, { nthOnConnection }) =>
    nthOnConnection === 2 && answer.status < 300 ? { ...answer, status: 500 } : answer,
  ),
  "the second request on a connection gets no answer": step("send", (send) => (reply, response, request) => {
    if (request.nthOnConnection === 2) response.socket?.destroy();
    else send(reply, response, request);
  }),
  "the second answer on a connection is the first": (provider) => {
    const first = new Map<number, Answer>();
    return succeeding((answer, { nth, nthOnConnection }) => {
      if (nthOnConnection === 1) first.set(nth, answer);
      return (nthOnConnection === 2 && first.get(nth - 1)) || answer;
    })(provider);
  },
  "the request after a refused one fails": afterRefusal((answer) => ({ ...answer, status: 500 })),
  "the request after a refused one is refused too": afterRefusal((answer) => ({ ...answer, status: 422 })),
  "refused three times, all is refused": (provider) => {
    let count = 0;
    return finishing((answer) => {
      if (answer.status >= 400) count++;
      return count > 3 ? { ...answer, status: 403 } : answer;
    })(provider);
  },
};

/** What answers tell that they should not. */
export const leaks: Record<string, Change> = {
  "the token is in the body of refusals": telling((request) => `Refused: ${headerOf(request, "Authorization")}`),
  "the token is in a header": finishing((answer, request) => ({
    ...answer,
    headers: [...answer.headers, ["X-Debug-Authorization", headerOf(request, "Authorization") ?? "none"]],
  })),
  "the token is in a cookie": succeeding((answer, request) => ({
    ...answer,
    headers: [...answer.headers, ["Set-Cookie", `token=${headerOf(request, "Authorization")?.split(" ").at(-1)}`]],
  })),
  "the token is in a header of refusals, encoded": failing((answer, request) => ({
    ...answer,
    headers: [...answer.headers, ["X-Trace", Buffer.from(headerOf(request, "Authorization") ?? "").toString("base64")]],
  })),
  "the stack is in the body of refusals": telling(() => new Error("ValidationError").stack ?? ""),
  "a query of SQL is in the body of refusals": telling(
    () => "ERROR: INSERT INTO items (id, name) VALUES ($1, $2) -- syntax",
  ),
  "a path of the file system is in the body of refusals": telling(
    () => "/srv/app/node_modules/validator/index.js:12:7",
  ),
};

/** Puts a text into each refusal, where its explanation stands. */
function telling(text: (request: Parameters<Parameters<typeof failing>[0]>[1]) => string): Change {
  return failing((answer, request) => ({ ...answer, body: edited(answer.body, "detail", () => text(request)) }));
}

function repeated(nth: number): Change {
  return (provider) => {
    let last: unknown;
    return succeeding((answer, request) => {
      const { id } = (answer.body ?? {}) as JsonObject;
      const again = request.nth % nth === 0 && last !== undefined && id !== undefined;
      if (again) return { ...answer, body: { ...(answer.body as object), id: last } };
      last = id ?? last;
      return answer;
    })(provider);
  };
}

function remembering<T>(edit: (seen: Map<string, T>, answer: Answer, text: string) => Answer): Change {
  return (provider) => {
    const seen = new Map<string, T>();
    return succeeding((answer, request) => {
      return request.body.length > 0 && answer.body ? edit(seen, answer, request.body.toString()) : answer;
    })(provider);
  };
}

/** Lets each answer wait a moment for another one, and mixes the two. */
export function swapped(mix: (mine: Answer, other: Answer) => Answer): Change {
  return (provider) => {
    let waiting: { answer: Answer; resolve: (answer: Answer) => void } | undefined;
    return succeeding((answer) => {
      if (!answer.body) return answer;
      if (waiting) {
        const { answer: other, resolve } = waiting;
        waiting = undefined;
        resolve(mix(other, answer));
        return mix(answer, other);
      }
      return new Promise<Answer>((resolve) => {
        waiting = { answer, resolve };
        delay(40, undefined, { ref: false }).then(() => {
          if (waiting?.answer === answer) waiting = undefined;
          resolve(answer);
        });
      });
    })(provider);
  };
}

function concurrent(status: number): Change {
  return (provider) => {
    let serving = 0;
    return step("respond", (respond) => async (given, request) => {
      serving++;
      const alone = serving === 1;
      await delay(10, undefined, { ref: false });
      serving--;
      const answer = await respond(given, request);
      return alone ? answer : { ...answer, status };
    })(provider);
  };
}

function each(nth: number, edit: (answer: Answer) => Answer, rest = 0): Change {
  return succeeding((answer, request) => (request.nth % nth === rest ? edit(answer) : answer));
}

function afterRefusal(edit: (answer: Answer) => Answer): Change {
  return (provider) => {
    let refused = false;
    return finishing((answer) => {
      const after = refused && answer.status < 300;
      refused = answer.status >= 400;
      return after ? edit(answer) : answer;
    })(provider);
  };
}
