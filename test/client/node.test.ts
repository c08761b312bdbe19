import { expect, test, vi } from "vitest";
import manifest from "../../package.json" with { type: "json" };
import { createPersonaClient } from "../../src/index.ts";
import { nodeOptions } from "../../src/node.ts";
import { http, rawServer } from "../helpers/raw-server.ts";
import { documentedRequest } from "../openapi/documented-example.ts";

test("in Node, a client names itself, and logs where the environment asks for it", async () => {
  const { url, requests } = await rawServer(http(401, {}, "CANARY"));
  const written = vi.spyOn(process.stderr, "write").mockReturnValue(true);
  const call = async (environment: Record<string, string>) => {
    const client = createPersonaClient({ baseUrl: url, apiKey: "CANARY", ...nodeOptions(environment) });
    await client.result.createPersona(documentedRequest);
    return written.mock.calls.splice(0).map(([line]) => String(line));
  };
  expect(await call({})).toEqual([]);
  expect(await call({ SUNO_PERSONA_LOG: "debug" })).toEqual([
    expect.stringMatching(/^suno-persona \{ method: 'POST', .*status: 401, .*kind: 'status'.* \}\n$/),
  ]);
  written.mockRestore();
  expect(requests[0]).toMatch(new RegExp(`^user-agent: suno-persona/${manifest.version}\r$`, "m"));
});
