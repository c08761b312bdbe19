import { dirname, relative, resolve } from "node:path";
import { readPort, runCommand } from "../src/command.ts";
import { buildDocs } from "../src/docs/build.ts";
import { serveDocs } from "../src/docs/serve.ts";
import { packageRoot } from "../src/package-root.ts";
import { namePortFlag } from "../src/port-in-use.ts";
import { loadSpec } from "../src/spec/load.ts";
import { untilInterrupted } from "../src/until-interrupted.ts";

await runCommand(
  {
    name: "npm run docs",
    about: "Builds dist/docs/index.html: one page that works from disk and without network.",
    flags: {
      serve: { about: "then serve it on 127.0.0.1 until Ctrl-C" },
      port: { value: "PORT", about: "port of --serve, 0 for any free one (default: 8080)" },
    },
  },
  async ({ serve, port }) => {
    const docsPort = readPort("port", port, 8080);
    const page = resolve(packageRoot, "dist/docs/index.html");
    await buildDocs(await loadSpec(resolve(packageRoot, "openapi")), page);
    console.log(`${relative(process.cwd(), page)} written`);
    if (!serve) return;
    const server = await serveDocs(dirname(page), docsPort).catch(namePortFlag("--port"));
    console.log(`Docs on ${server.url}`);
    await untilInterrupted();
    await server.close();
  },
);
