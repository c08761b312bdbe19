import type { IncomingMessage, ServerResponse } from "node:http";
import { bundleScript } from "./bundle-script.ts";

/** Notifies open pages while the docs are rebuilt on every save. */
export interface Live {
  /** The docs were rebuilt: open pages reload. */
  reload(): void;
  /** The rebuild failed: open pages, and those opened later, show the problems until the next reload. */
  showProblems(text: string): void;
  /** Handles a request of a live page and returns true, or returns false. */
  answer(request: IncomingMessage, response: ServerResponse): boolean;
  /** Adds the listening script to a page. */
  withListener(page: string): string;
}

const eventsPath = "/live/events";
const scriptPath = "/live/script.js";

/** Notifies open pages with server-sent events: https://html.spec.whatwg.org/multipage/server-sent-events.html */
export function createLive(): Live {
  let script: Promise<string> | undefined;
  const pages = new Set<ServerResponse>();
  let problems = "";
  const tell = (page: ServerResponse, event: string, data: string) =>
    page.write(`event: ${event}\ndata: ${JSON.stringify(data)}\n\n`);
  return {
    reload() {
      problems = "";
      for (const page of pages) tell(page, "rebuilt", "");
    },
    showProblems(text) {
      problems = text;
      for (const page of pages) tell(page, "problems", text);
    },
    answer({ url }, response) {
      if (url === scriptPath) {
        // On demand: the start need not wait for it.
        script ??= bundleScript("live.ts");
        script.then(
          (code) => response.writeHead(200, { "Content-Type": "text/javascript; charset=utf-8" }).end(code),
          (error) => response.writeHead(500).end(String(error)),
        );
        return true;
      }
      if (url !== eventsPath) return false;
      response.writeHead(200, { "Content-Type": "text/event-stream", "Cache-Control": "no-store" });
      response.write("retry: 500\n\n");
      if (problems) tell(response, "problems", problems);
      pages.add(response);
      response.once("close", () => pages.delete(response));
      return true;
    },
    withListener(page) {
      // The last one: Redoc's code contains the same text.
      const end = page.lastIndexOf("</body>");
      const listener = `<script src="${scriptPath}" data-events="${eventsPath}"></script>\n`;
      return page.slice(0, end).replace("script-src ", "script-src 'self' ") + listener + page.slice(end);
    },
  };
}
