import { join, relative, resolve } from "node:path";
import { defineCommand } from "../src/cli/command.ts";
import { untilInterrupted } from "../src/cli/until-interrupted.ts";
import { packageRoot } from "../src/internal/package-root.ts";
import { namePortFlag } from "../src/internal/port-in-use.ts";
import { buildDocs } from "./docs/build.ts";
import { serveDocs } from "./docs/serve.ts";
import { loadSpec } from "./spec/load.ts";

export default await defineCommand(
  import.meta,
  {
    name: "npm run docs",
    about: "Builds dist/docs: one page that works offline, and the same content for machines.",
    flags: {
      serve: { about: "also serve it on 127.0.0.1 until Ctrl-C" },
      port: { value: "PORT", about: "port of --serve, 0 for any free one (default: 8080)" },
    },
  },
  async ({ serve, port = 8080 }) => {
    const folder = resolve(packageRoot, "dist/docs");
    await buildDocs(await loadSpec(resolve(packageRoot, "openapi")), folder);
    console.log(`${relative(process.cwd(), join(folder, "index.html"))} written`);
    if (!serve) return;
    const server = await serveDocs(folder, port).catch(namePortFlag("--port"));
    console.log(`Docs on ${server.url}`);
    await untilInterrupted();
    await server.close();
  },
);
