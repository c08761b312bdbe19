import { isLocal } from "./form.ts";

/** Facts about a call without a response that the page may read. */
export interface NoResponse {
  /** As entered in the form. */
  baseUrl: string;
  /** Origin of this page; `null` for a file. */
  pageOrigin: string;
  /** Whether a server responds at the base URL to a request that needs no permission. */
  responds: boolean;
  /** The client's message, which includes the outcome of the call. */
  message: string;
}

/** The command that starts the mock. */
export const mockCommand = "npm run mock";

/** Explains why a call from a page failed and what to do: a browser only says “Failed to fetch”. */
export function explainNoResponse({ baseUrl, pageOrigin, responds, message }: NoResponse): string[] {
  const { protocol, origin } = new URL(baseUrl);
  const onThisMachine = isLocal(baseUrl);
  if (responds) {
    return [
      `${origin} responds, but does not allow this page to read the response (CORS): it sends no permission for ${
        pageOrigin === "null" ? "pages opened from a file" : `the origin ${pageOrigin}`
      }.`,
      `Call it from a terminal with the sample above, or use the mock, which allows every page: ${mockCommand}`,
    ];
  }
  if (pageOrigin.startsWith("https:") && protocol === "http:" && !onThisMachine) {
    return [
      "This page was loaded over https, and browsers do not let it call an http address.",
      `Use the gateway's https address, or the mock on this machine: ${mockCommand}`,
    ];
  }
  return [
    `No response from ${origin}: the connection was refused, the host name is unknown, or the browser blocked the call.`,
    onThisMachine
      ? `Start the mock and retry: ${mockCommand}`
      : `Check the base URL, or start the mock and enter its address: ${mockCommand}`,
    message,
  ];
}
