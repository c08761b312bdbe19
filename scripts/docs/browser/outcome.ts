/** A response to show. */
export interface Answer {
  status: number;
  ms: number;
  /** Headers that the browser exposes to the page. */
  headers: [name: string, value: string][];
  /** Parsed JSON, or text. */
  body: unknown;
  /** The client's message, if the response is an error. */
  remark?: string | undefined;
}

/** Shows a response as text: status, time, headers, body. */
export function showAnswer(place: HTMLElement, { status, ms, headers, body, remark }: Answer): void {
  const isSuccess = status >= 200 && status < 300;
  const line = element("p", {}, [
    element("span", { className: isSuccess ? "status" : "status failed" }, [String(status)]),
    ` in ${ms} ms`,
  ]);
  const text = typeof body === "string" ? body : body === undefined ? "(no body)" : JSON.stringify(body, null, 2);
  place.replaceChildren(
    line,
    ...(remark ? [element("p", {}, [remark])] : []),
    scrollable(text, "Response body"),
    element("details", {}, [
      element("summary", {}, [`Headers (${headers.length} that the server exposes to this page)`]),
      scrollable(headers.map(([name, value]) => `${name}: ${value}`).join("\n"), "Response headers"),
    ]),
  );
}

/** Shows why there is no response. */
export function showMessages(place: HTMLElement, messages: readonly string[]): void {
  place.replaceChildren(...messages.map((message) => element("p", { className: "problem" }, [message])));
}

function scrollable(text: string, label: string): HTMLElement {
  const pre = element("pre", { tabIndex: 0 }, [text]);
  pre.setAttribute("role", "region");
  pre.setAttribute("aria-label", label);
  return pre;
}

function element(name: string, properties: Partial<HTMLElement>, children: (string | Node)[]): HTMLElement {
  const made = Object.assign(document.createElement(name), properties);
  made.append(...children);
  return made;
}
