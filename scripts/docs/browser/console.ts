import { endpoints, serializers } from "../../../generated/client.ts";
import { validators } from "../../../generated/validators.ts";
import { createClient } from "../../../src/client/create-client.ts";
import { ApiError } from "../../../src/client/errors.ts";
import type { Checks } from "../../../src/client/validate.ts";
import { explainNoResponse } from "./explain.ts";
import { readForm, type SendForm } from "./form.ts";
import { showAnswer, showMessages } from "./outcome.ts";

/** A method in the form that never throws, for any operation. */
type Call = (...args: unknown[]) => Promise<{
  status: unknown;
  data?: unknown;
  headers: Headers | undefined;
  error?: ApiError;
}>;

/** One class for all errors: the console distinguishes them by `kind`. */
const errors = {
  usage: ApiError,
  status: ApiError,
  redirect: ApiError,
  body: ApiError,
  connection: ApiError,
  timeout: ApiError,
  aborted: ApiError,
};
const timeoutMs = 30_000;

/** Activates the consoles: each sends its operation's request with the generated client. */
export function startConsoles(): void {
  for (const form of document.querySelectorAll<HTMLFormElement>("form[data-operation]")) {
    form.hidden = false;
    const anyway = form.querySelector<HTMLButtonElement>("[data-action=send-anyway]");
    form.addEventListener("submit", (event) => {
      event.preventDefault();
      void submit(form, { check: true });
    });
    anyway?.addEventListener("click", () => void submit(form, { check: false }));
  }
}

async function submit(form: HTMLFormElement, { check }: { check: boolean }): Promise<void> {
  const operationId = form.dataset.operation ?? "";
  const problem = form.querySelector<HTMLElement>(".problem");
  const anyway = form.querySelector<HTMLButtonElement>("[data-action=send-anyway]");
  const outcome = form.querySelector<HTMLElement>(".outcome");
  const send = form.querySelector<HTMLButtonElement>("[type=submit]");
  if (!problem || !anyway || !outcome || !send) return;
  const complain = (text: string, maySend: boolean) => {
    problem.textContent = text;
    problem.hidden = text === "";
    anyway.hidden = !maySend;
    form.querySelector("textarea")?.setAttribute("aria-invalid", String(text !== ""));
  };

  const request = readForm(form);
  if (typeof request === "string") return complain(request, false);
  const violation = check ? firstViolation(operationId, request.body) : undefined;
  if (violation) return complain(`${violation}. It was not sent.`, true);
  complain("", false);

  send.disabled = true;
  outcome.replaceChildren("Sending …");
  try {
    await call(operationId, request, outcome);
  } finally {
    send.disabled = false;
  }
}

/** Says in one line how the body violates the spec; undefined if it does not. */
function firstViolation(operationId: string, body: unknown): string | undefined {
  const check = (validators as unknown as Checks)[operationId]?.request;
  if (!check || body === undefined || check(body)) return undefined;
  const [{ instancePath = "", message = "does not match the spec" } = {}] = check.errors ?? [];
  return `The body does not match the spec: ${instancePath || "it"} ${message}`;
}

async function call(operationId: string, request: SendForm, outcome: HTMLElement): Promise<void> {
  const startedAt = performance.now();
  let client: { result: Record<string, Call> };
  try {
    client = createClient(
      endpoints,
      serializers,
      {
        baseUrl: request.baseUrl,
        apiKey: request.key || undefined,
        // The reader's own key in the reader's own browser.
        allowKeyInBrowser: true,
        timeout: timeoutMs,
        // One click, one request.
        retry: false,
      },
      errors,
    ) as unknown as typeof client;
  } catch (error) {
    return showMessages(outcome, [(error as Error).message]);
  }
  const args = request.body === undefined ? [] : [request.body];
  const result = await client.result[operationId]?.(...args, { params: request.params });
  const ms = Math.round(performance.now() - startedAt);
  const { error } = result ?? {};
  if (error && error.status === undefined) {
    if (error.kind !== "connection") return showMessages(outcome, [error.message]);
    const responds = await isReachable(request.baseUrl);
    return showMessages(
      outcome,
      explainNoResponse({ baseUrl: request.baseUrl, pageOrigin: location.origin, responds, message: error.message }),
    );
  }
  showAnswer(outcome, {
    status: Number(error?.status ?? result?.status),
    ms,
    headers: [...(result?.headers ?? [])],
    body: error ? error.body : result?.data,
    remark: error && error.kind !== "status" ? error.message : undefined,
  });
}

/** Whether a server responds there. The response need not be readable: `no-cors` requires no permission. */
async function isReachable(baseUrl: string): Promise<boolean> {
  return fetch(baseUrl, { mode: "no-cors", credentials: "omit", cache: "no-store" }).then(
    () => true,
    () => false,
  );
}
