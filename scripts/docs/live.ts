import type { IncomingMessage, ServerResponse } from "node:http";
import { bundleScript } from "./bundle-script.ts";

/** What open pages are told while the docs are rebuilt on every save. */
export interface Live {
  /** The docs were rebuilt: open pages load themselves again. */
  reload(): void;
  /** They could not be: open pages, and those opened from now on, show why until the next reload. */
  showFaults(text: string): void;
  /** Answers a request that belongs to the live pages, true, or leaves it, false. */
  answer(request: IncomingMessage, response: ServerResponse): boolean;
  /** A page as it is served live: with the script that listens. */
  withListener(page: string): string;
}

const eventsPath = "/live/events";
const scriptPath = "/live/script.js";

/** Tells open pages of changes, by https://html.spec.whatwg.org/multipage/server-sent-events.html */
export function createLive(): Live {
  let script: Promise<string> | undefined;
  const pages = new Set<ServerResponse>();
  let faults = "";
  const tell = (page: ServerResponse, event: string, data: string) =>
    page.write(`event: ${event}\ndata: ${JSON.stringify(data)}\n\n`);
  return {
    reload() {
      faults = "";
      for (const page of pages) tell(page, "rebuilt", "");
    },
    showFaults(text) {
      faults = text;
      for (const page of pages) tell(page, "faults", text);
    },
    answer({ url }, response) {
      if (url === scriptPath) {
        // When a page asks for it: the start need not wait.
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
      if (faults) tell(response, "faults", faults);
      pages.add(response);
      response.once("close", () => pages.delete(response));
      return true;
    },
    withListener(page) {
      // The last one: Redoc's code has the same text.
      const end = page.lastIndexOf("</body>");
      const listener = `<script src="${scriptPath}" data-events="${eventsPath}"></script>\n`;
      return page.slice(0, end).replace("script-src ", "script-src 'self' ") + listener + page.slice(end);
    },
  };
}
