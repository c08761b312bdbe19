import { calling } from "../calling.ts";
import { edited, step } from "../change.ts";
import { type Answer, Refusal } from "../core/message.ts";
import type { Call } from "../core/provider.ts";
import type { Change } from "../fault.ts";

/** Changes the answers of an operation that say that all went well. */
export function after(operationId: string, edit: (answer: Answer, call: Call) => Answer): Change {
  return calling(operationId, async (serve, call) => edit(await serve(call), call));
}

/** Changes a value in the body of an operation's answers. Undefined removes it. */
export function showing(operationId: string, path: string, edit: (value: unknown) => unknown): Change {
  return after(operationId, (answer) => ({ ...answer, body: edited(answer.body, path, edit) }));
}

/** Refuses what an operation would serve. */
export function refusing(operationId: string, status: number): Change {
  return calling(operationId, async (serve, call) => {
    await serve(call);
    throw new Refusal(status, "It is refused.");
  });
}

/** Takes bodies of an operation that its schema forbids, as far as a test lets them pass. */
export function lenient(operationId: string, test: (body: unknown) => boolean): Change {
  return (provider) => {
    let current: unknown;
    const noting = step("prepare", (prepare) => (body, call) => {
      current = call.operation.operationId === operationId && test(body) ? body : undefined;
      return prepare(body, call);
    });
    const passing = step("validate", (validate) => (document, pointer, value) => {
      return current !== undefined && value === current ? [] : validate(document, pointer, value);
    });
    return passing(noting(provider));
  };
}

/** Serves operations on deleted things as if nothing had happened, with what the first of them gave before. */
export function remembering(deletes: string, uses: string): Change {
  return (provider) => {
    const gone = new Set<string>();
    const before = new Map<string, Answer>();
    return step("serve", (serve) => async (call) => {
      const { operationId } = call.operation;
      const thing = Object.values(call.values).join("/");
      if (operationId === uses && gone.has(thing)) return before.get(thing) ?? before.get("any") ?? refused();
      const answer = await serve(call);
      if (operationId === deletes) gone.add(thing);
      if (operationId === uses) before.set(thing, answer).set("any", answer);
      return answer;
    })(provider);
  };
}

/** Answers a second DELETE of a thing in another way. */
export function second(deletes: string, answer: Answer): Change {
  return (provider) => {
    const gone = new Set<string>();
    return calling(deletes, async (serve, call) => {
      const thing = Object.values(call.values).join("/");
      if (gone.has(thing)) return answer;
      const first = await serve(call);
      gone.add(thing);
      return first;
    })(provider);
  };
}

function refused(): never {
  throw new Refusal(404, "It is gone.");
}
