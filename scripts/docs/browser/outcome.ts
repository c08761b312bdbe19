/** An answer to show. */
export interface Answer {
  status: number;
  ms: number;
  /** Those that the browser lets the page see. */
  headers: [name: string, value: string][];
  /** Parsed, or as text. */
  body: unknown;
  /** What the client says of it, where it is no plain answer. */
  remark?: string | undefined;
}

/** Shows an answer: status, time, headers, body. All of it as text. */
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
    scrollable(text, "Body of the answer"),
    element("details", {}, [
      element("summary", {}, [`Headers (${headers.length} that the server lets this page see)`]),
      scrollable(headers.map(([name, value]) => `${name}: ${value}`).join("\n"), "Headers of the answer"),
    ]),
  );
}

/** Shows why there is no answer. */
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
