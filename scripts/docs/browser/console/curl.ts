import { call } from "./call.ts";
import type { SendForm } from "./form.ts";

/** Returns the request that the client sends, as a curl command; undefined if it sends none. The key is a variable. */
export async function toCurl(operationId: string, form: SendForm): Promise<string | undefined> {
  let command: string | undefined;
  const fetch = async (url: string, { method = "GET", headers, body }: RequestInit): Promise<Response> => {
    const lines = [`curl --request ${method} ${quote(url)}`];
    for (const [name, value] of new Headers(headers)) {
      // In double quotes, for the shell to insert the key.
      const header = `${name}: ${value}`;
      lines.push(`--header ${name === "authorization" ? `"${header}"` : quote(header)}`);
    }
    if (typeof body === "string") lines.push(`--data ${quote(JSON.stringify(JSON.parse(body), null, 2))}`);
    command = lines.join(" \\\n  ");
    throw new Error("not sent");
  };
  const key = form.key && "$API_KEY";
  await call(operationId, { ...form, key }, { fetch, allowInsecureHttp: true }).catch(() => {});
  return command;
}

function quote(text: string): string {
  return `'${text.replaceAll("'", "'\\''")}'`;
}
