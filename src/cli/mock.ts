import { namePortFlag } from "../internal/port-in-use.ts";
import { formatExchange } from "../mock/format-exchange.ts";
import { startMock } from "../mock/index.ts";
import { define } from "./command.ts";
import { readSpec } from "./read-spec.ts";
import { untilInterrupted } from "./until-interrupted.ts";
import { writeText } from "./write-file.ts";

/** Serves a spec until Ctrl-C. */
export const mock = define({
  about: "Serves the spec with Prism and prints a line per request. Ctrl-C stops it.",
  flags: {
    port: { value: "PORT", about: "port to listen on, 0 for any free one (default: 4010)" },
    host: { value: "HOST", about: "address to listen on; 0.0.0.0 lets containers reach the mock (default: 127.0.0.1)" },
    echo: { about: "respond with the request's values where names and types match" },
    "require-key": { about: "reject calls without an API key" },
    spec: { value: "FILE|URL", about: "an OpenAPI document (default: the one of this package)" },
    "ready-file": { value: "FILE", about: "write the mock's URL to this file once it listens" },
  },
  examples: {
    "--port 0 --ready-file mock.url": "starts the mock on any free port and writes its URL to mock.url",
    "--host 0.0.0.0": "lets containers reach the mock",
    "--require-key": "rejects calls without an API key, as most gateways do",
  },
  async run({ port = 4010, host, echo, "require-key": requireKey, spec, "ready-file": readyFile }) {
    const server = await startMock({
      spec: spec === undefined ? undefined : await readSpec(spec),
      requireKey,
      echo,
      port,
      host,
      onExchange: (exchange) => console.log(formatExchange(exchange)),
    }).catch(namePortFlag("--port"));
    try {
      if (readyFile !== undefined) await writeText(readyFile, `${server.url}\n`, "Correct --ready-file.");
      console.log(`Mock on ${server.url}`);
      await untilInterrupted();
    } finally {
      await server.close();
    }
  },
});
