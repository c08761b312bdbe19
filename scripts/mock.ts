import { namePortFlag } from "../src/internal/port-in-use.ts";
import { formatExchange } from "../src/mock/format-exchange.ts";
import { startMock } from "../src/mock/index.ts";
import { defineCommand } from "./cli/command.ts";
import { untilInterrupted } from "./cli/until-interrupted.ts";

export default await defineCommand(
  import.meta,
  {
    name: "npm run mock",
    about: "Serves the spec with Prism on 127.0.0.1 and prints a line per request. Ctrl-C stops it.",
    flags: {
      port: { value: "PORT", about: "port to listen on, 0 for any free one (default: 4010)" },
      "require-key": { about: "reject calls without an API key" },
      spec: { value: "FILE", about: "a bundled OpenAPI document (default: generated/openapi.json)" },
    },
  },
  async ({ port = 4010, "require-key": requireKey, spec }) => {
    const mock = await startMock({
      spec,
      requireKey,
      port,
      onExchange: (exchange) => console.log(formatExchange(exchange)),
    }).catch(namePortFlag("--port"));
    console.log(`Mock on ${mock.url}`);
    await untilInterrupted();
    await mock.close();
  },
);
