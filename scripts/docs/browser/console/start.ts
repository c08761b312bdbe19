import { call } from "./call.ts";
import { findViolation } from "./check.ts";
import { toCurl } from "./curl.ts";
import { goToWrongPlace, markWrongPlace, startEditor } from "./editor.ts";
import { explainNoResponse } from "./explain.ts";
import { isLocal, readForm, type SendForm } from "./form.ts";
import type { WrongPlace } from "./locate.ts";
import { showMessages, showResponse } from "./outcome.ts";

/** Starts the consoles: each sends its operation's request with the generated client. */
export function startConsoles(): void {
  const updates = new Map<Element, () => void>();
  // Those out of sight have no curl command yet.
  const observer = new IntersectionObserver(
    (entries) => {
      for (const { target, isIntersecting } of entries) {
        if (!isIntersecting) continue;
        observer.unobserve(target);
        updates.get(target)?.();
      }
    },
    { rootMargin: "100%" },
  );
  for (const form of document.querySelectorAll<HTMLFormElement>("form[data-operation]")) {
    updates.set(form, startConsole(form));
    observer.observe(form);
  }
}

/** Returns the function that shows the request as it is. */
function startConsole(form: HTMLFormElement): () => void {
  const { operation = "" } = form.dataset;
  const part = <T extends HTMLElement>(selector: string) => form.querySelector(selector) as T;
  const [problem, outcome, curl] = [part(".problem"), part(".outcome"), part(".curl code")];
  const [send, anyway] = [
    part<HTMLButtonElement>("[type=submit]"),
    part<HTMLButtonElement>("[data-action=send-anyway]"),
  ];
  const editor = form.querySelector<HTMLElement>(".editor");
  if (editor) startEditor(editor);

  /** Reads and checks the form, and shows what is wrong. */
  const inspect = (): { request?: SendForm; wrong?: WrongPlace | undefined } => {
    const read = readForm(form);
    const isRequest = "baseUrl" in read;
    const wrong = isRequest ? findViolation(operation, read.body, part<HTMLTextAreaElement>("textarea")?.value) : read;
    if (editor) markWrongPlace(editor, wrong);
    if (problem.textContent !== (wrong?.message ?? "")) problem.textContent = wrong?.message ?? "";
    anyway.hidden = !isRequest || !wrong;
    const { parentElement: prefer } = part("[name=prefer]");
    if (prefer) prefer.hidden = !isLocal(part<HTMLInputElement>("[name=baseUrl]").value);
    return isRequest ? { request: read, wrong } : { wrong };
  };
  const update = async () => {
    const { request } = inspect();
    const command = request && (await toCurl(operation, request));
    if (command !== undefined) curl.textContent = command;
  };
  const submit = async ({ check }: { check: boolean }) => {
    const { request, wrong } = inspect();
    if (wrong && (check || !request)) {
      if (editor) goToWrongPlace(editor, wrong);
      return;
    }
    if (!request) return;
    send.disabled = true;
    showMessages(outcome, ["Sending …"]);
    try {
      await sendRequest(operation, request, outcome);
    } finally {
      send.disabled = false;
    }
  };

  form.addEventListener("input", update);
  form.addEventListener("submit", (event) => {
    event.preventDefault();
    void submit({ check: true });
  });
  anyway.addEventListener("click", () => void submit({ check: false }));
  return () => void update();
}

async function sendRequest(operation: string, request: SendForm, outcome: HTMLElement): Promise<void> {
  const startedAt = performance.now();
  const complain = (messages: readonly string[]) => showMessages(outcome, messages, "problem");
  let result: Awaited<ReturnType<typeof call>>;
  try {
    result = await call(operation, request);
  } catch (error) {
    return complain([(error as Error).message]);
  }
  const ms = Math.round(performance.now() - startedAt);
  const { error } = result ?? {};
  if (error && error.status === undefined) {
    if (error.kind !== "connection") return complain([error.message]);
    const { baseUrl } = request;
    const responds = await isReachable(baseUrl);
    return complain(explainNoResponse({ baseUrl, pageOrigin: location.origin, responds, message: error.message }));
  }
  showResponse(outcome, {
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
