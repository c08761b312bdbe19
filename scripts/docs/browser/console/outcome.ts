import { addCopyButton } from "../copy.ts";

/** A response to show. */
export interface ShownResponse {
  status: number;
  ms: number;
  /** Headers that the browser exposes to the page. */
  headers: [name: string, value: string][];
  /** Parsed JSON, or text. */
  body: unknown;
  /** The client's message, if the response is an error. */
  remark?: string | undefined;
}

/** Shows a response as text: status, time, headers, body. The first line is read out. */
export function showResponse(outcome: HTMLElement, { status, ms, headers, body, remark }: ShownResponse): void {
  const isSuccess = status >= 200 && status < 300;
  const line = element("p", {}, [
    element("span", { className: isSuccess ? "status" : "status failed" }, [String(status)]),
    ` in ${ms} ms`,
  ]);
  const text = typeof body === "string" ? body : body === undefined ? "(no body)" : JSON.stringify(body, null, 2);
  show(outcome, remark ? [line, element("p", {}, [remark])] : [line], [
    codeBlock(text, "Response body"),
    element("details", {}, [
      element("summary", {}, [`Headers (${headers.length} that the server exposes to this page)`]),
      codeBlock(headers.map(([name, value]) => `${name}: ${value}`).join("\n"), "Response headers"),
    ]),
  ]);
  for (const block of outcome.querySelectorAll<HTMLElement>(".code")) addCopyButton(block);
}

/** Shows messages instead of a response. */
export function showMessages(outcome: HTMLElement, messages: readonly string[], className = ""): void {
  show(
    outcome,
    messages.map((message) => element("p", { className }, [message])),
    [],
  );
}

function show(outcome: HTMLElement, lines: HTMLElement[], rest: HTMLElement[]): void {
  outcome.querySelector("[role=status]")?.replaceChildren(...lines);
  outcome.querySelector(".answer")?.replaceChildren(...rest);
}

function codeBlock(text: string, label: string): HTMLElement {
  const pre = element("pre", { tabIndex: 0, role: "region", ariaLabel: label }, [text]);
  return element("div", { className: "code" }, [pre]);
}

function element(name: string, properties: Partial<HTMLElement>, children: (string | Node)[]): HTMLElement {
  const made = Object.assign(document.createElement(name), properties);
  made.append(...children);
  return made;
}
