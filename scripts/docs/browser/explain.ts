/** What is known of a call that got no answer that the page may read. */
export interface NoAnswer {
  /** As it stands in the form. */
  baseUrl: string;
  /** Origin of this page; `null` for a file. */
  pageOrigin: string;
  /** Whether anything answers at the base URL, asked in a way that needs no permission of it. */
  answers: boolean;
  /** What the client says, the effect of the call included. */
  message: string;
}

/** The command that starts the mock. */
export const mockCommand = "npm run mock";

/** Why a call from a page failed, in words, and what to do: a browser itself says no more than “Failed to fetch”. */
export function explainNoAnswer({ baseUrl, pageOrigin, answers, message }: NoAnswer): string[] {
  const { protocol, hostname, origin } = new URL(baseUrl);
  const isLocal = ["127.0.0.1", "localhost", "[::1]"].includes(hostname);
  if (answers) {
    return [
      `${origin} answers, but does not let this page read the answer: it sends no permission (CORS) for ${
        pageOrigin === "null" ? "pages opened from a file" : `the origin ${pageOrigin}`
      }.`,
      `Call it from a terminal with the sample above, or use the mock, which lets every page: ${mockCommand}`,
    ];
  }
  if (pageOrigin.startsWith("https:") && protocol === "http:" && !isLocal) {
    return [
      "This page was loaded over https, and a browser does not let it call an http address.",
      `Use the gateway's https address, or the mock on this machine: ${mockCommand}`,
    ];
  }
  return [
    `Nothing answers at ${origin}: the connection was refused, the name is not known, or the browser did not allow it.`,
    isLocal
      ? `Start the mock and send again: ${mockCommand}`
      : `Check the base URL; or start the mock and put its address there: ${mockCommand}`,
    message,
  ];
}
