import { once } from "node:events";
import { writeFile } from "node:fs/promises";
import { createServer } from "node:http";
import type { AddressInfo } from "node:net";
import { join } from "node:path";
import { rolldown } from "rolldown";
import { describe, expect, onTestFinished, test } from "vitest";
import { launchBrowser } from "../../scripts/cli/launch-browser.ts";
import { runNode } from "../../scripts/cli/run-node.ts";
import { startMock } from "../../src/mock/index.ts";
import { compile, consumerProject } from "../helpers/consumer-project.ts";
import { strictConsumer } from "../helpers/strict-consumer.ts";
import { documentedAnswer, documentedRequest } from "../openapi/documented-example.ts";

const { id } = documentedAnswer;
const call = (url: string) => `
  const client = createPersonaClient({ baseUrl: "${url}" });
  client.createPersona(${JSON.stringify(documentedRequest)}).then((persona) => console.log(persona.id));
`;

describe("runs from the packed package", () => {
  test.each([
    ["import", "module", 'import { createPersonaClient } from "suno-persona";'],
    ["require", "commonjs", 'const { createPersonaClient } = require("suno-persona");'],
  ] as const)("by %s", async (_, type, head) => {
    const mock = await startMock();
    onTestFinished(() => mock.close());
    const project = await consumerProject(["openapi-fetch"], type);
    await writeFile(join(project, "consumer.js"), head + call(mock.url));
    expect(await runNode(join(project, "consumer.js"), [])).toEqual({ exitCode: 0, stdout: `${id}\n`, stderr: "" });
  });
});

describe("compiles under strict", () => {
  const compilers = ["typescript", "typescript6", "typescript7"];
  const ways = [
    ["module", { module: "node16", moduleResolution: "node16" }],
    ["module", { module: "nodenext", moduleResolution: "nodenext" }],
    ["module", { module: "esnext", moduleResolution: "bundler" }],
    ["commonjs", { module: "node16", moduleResolution: "node16" }],
  ] as const;

  test.each(compilers)("with %s, as a module and as CommonJS, by every way of resolution", async (compiler) => {
    for (const [type, resolution] of ways) {
      const project = await consumerProject(["openapi-fetch"], type);
      await writeFile(join(project, "consumer.ts"), strictConsumer);
      const settings = { ...resolution, noEmit: true, lib: ["es2022", "dom", "dom.iterable"], types: [] };
      const compiled = await compile(project, settings, { compiler });
      expect(compiled, `${type} ${resolution.moduleResolution}`).toMatchObject({ exitCode: 0, stdout: "" });
    }
  });
});

test("runs in a real browser, across origins, bundled without anything of Node", async () => {
  const mock = await startMock();
  onTestFinished(() => mock.close());
  const project = await consumerProject(["openapi-fetch"]);
  const withKey = `try { createPersonaClient({ baseUrl: "${mock.url}", apiKey: "KEY" }); } catch (error) { console.log(error.name); }`;
  const code = `import { createPersonaClient } from "suno-persona";${withKey}${call(mock.url)}`;
  await writeFile(join(project, "consumer.js"), code);
  const bundle = await rolldown({ input: join(project, "consumer.js"), platform: "browser" });
  const { output } = await bundle.generate({ format: "esm", minify: true });
  expect(output).toHaveLength(1);
  expect(output[0].imports).toEqual([]);
  expect(output[0].moduleIds.filter((id) => id.startsWith("node:"))).toEqual([]);

  const server = createServer((request, response) => {
    const script = request.url === "/consumer.js";
    response.setHeader("Content-Type", script ? "text/javascript" : "text/html");
    response.end(script ? output[0].code : '<script type="module" src="/consumer.js"></script>');
  }).listen(0, "127.0.0.1");
  onTestFinished(() => void server.close());
  await once(server, "listening");
  const browser = await launchBrowser();
  onTestFinished(() => browser.close());
  const page = await browser.newPage();
  const printed: string[] = [];
  page.on("console", (message) => printed.push(message.text()));
  await page.goto(`http://127.0.0.1:${(server.address() as AddressInfo).port}/`);
  await expect.poll(() => printed, { timeout: 10_000 }).toEqual(["PersonaUsageError", id]);
});
