import { notInstalled } from "../cli/peers.ts";
import type { FirstCall } from "../languages/language.ts";

/** Another generator. */
export interface Generator {
  /** Name of its package, and of its `--only` value. */
  name: string;
  /** Description of its output. */
  output: string;
  /** Writes its output for the spec into the folder. */
  generate(spec: string, folder: string, baseUrl: string): Promise<void>;
  /** A module next to the output that makes the call and prints the response as JSON. */
  program(call: FirstCall): string;
  /** Notes on its output for this spec; facts that were verified in the output. */
  notes: string;
}

// Resolved from this folder with `import`: some have no entry for `require`.
const load = (name: string) => import(name);

/** @throws {UserError} Exit code 2, with the command that installs it. */
export function needGenerator({ name }: Generator): void {
  try {
    import.meta.resolve(name);
  } catch (cause) {
    throw notInstalled("compat", name, cause);
  }
}

export const generators: readonly Generator[] = [
  {
    name: "@hey-api/openapi-ts",
    output: "types and a fetch client",
    async generate(input, output) {
      const { createClient } = await load("@hey-api/openapi-ts");
      const plugins = ["@hey-api/client-fetch", "@hey-api/sdk", "@hey-api/typescript"];
      await createClient({ input, output, plugins, logs: { level: "silent" } });
    },
    program: ({ operationId, body, baseUrl, key }) => `
      import { client } from "./client.gen";
      import { ${operationId} } from "./sdk.gen";
      client.setConfig({ baseUrl: "${baseUrl}", auth: () => "${key}" });
      const { data } = await ${operationId}({ body: ${JSON.stringify(body)} });
      console.log(JSON.stringify(data));`,
    notes:
      "0.95 is the newest for Node 20. `4XX` and `5XX` are typed. No timeout, no retries; its own files fail `exactOptionalPropertyTypes`.",
  },
  {
    name: "orval",
    output: "types and a fetch client",
    async generate(target, folder, baseUrl) {
      const { generate } = await load("orval");
      const output = { target: `${folder}/client.ts`, client: "fetch", mode: "single", baseUrl };
      await generate({ input: { target }, output }, folder);
    },
    program: ({ operationId, body, key }) => `
      import { ${operationId} } from "./client";
      const { data } = await ${operationId}(${JSON.stringify(body)}, { headers: { Authorization: "Bearer ${key}" } });
      console.log(JSON.stringify(data));`,
    notes:
      "Requires Node 22.18, but runs on 20. Its validator warns about the server variable, which OpenAPI allows. `4XX` and `5XX` are typed; the base URL is fixed at generation.",
  },
  {
    name: "swagger-typescript-api",
    output: "types and a fetch client",
    async generate(input, output) {
      const { generateApi } = await load("swagger-typescript-api");
      await generateApi({ input, output, fileName: "client.ts", silent: true });
    },
    program: ({ operationId, path, body, baseUrl, key }) => `
      import { Api } from "./client";
      const headers = { Authorization: "Bearer ${key}" };
      const api = new Api({ baseUrl: "${baseUrl}", baseApiParams: { headers } });
      const { data } = await api.${path.split("/")[1]}.${operationId}(${JSON.stringify(body)});
      console.log(JSON.stringify(data));`,
    notes:
      "Loses a success behind a `$ref` ([#1547](https://github.com/acacode/swagger-typescript-api/issues/1547)), so ours is inline. Groups methods by the first path segment; throws the response on failure.",
  },
  {
    name: "openapi-zod-client",
    output: "Zod schemas and a Zodios client",
    async generate(spec, folder) {
      const [{ generateZodClientFromOpenAPI }, { default: parser }] = await Promise.all([
        load("openapi-zod-client"),
        load("@apidevtools/swagger-parser"),
      ]);
      const options = { withAlias: true, shouldExportAllSchemas: true };
      const openApiDoc = await parser.parse(spec);
      await generateZodClientFromOpenAPI({ openApiDoc, distPath: `${folder}/client.ts`, options });
    },
    program: ({ operationId, body, baseUrl, key }) => `
      import { createApiClient } from "./client";
      const headers = { Authorization: "Bearer ${key}" };
      const data = await createApiClient("${baseUrl}").${operationId}(${JSON.stringify(body)}, { headers });
      console.log(JSON.stringify(data));`,
    notes:
      "Validates responses, including `uuid` and `date-time`. `4XX` and `5XX` become the status `NaN` ([#332](https://github.com/astahmer/openapi-zod-client/issues/332)), so their bodies are untyped.",
  },
  {
    name: "@kubb/core",
    output: "types and a fetch client",
    async generate(path, root) {
      const [{ build }, { pluginOas }, { pluginTs }, { pluginClient }] = await Promise.all([
        load("@kubb/core"),
        load("@kubb/plugin-oas"),
        load("@kubb/plugin-ts"),
        load("@kubb/plugin-client"),
      ]);
      const plugins = [pluginOas({ generators: [] }), pluginTs(), pluginClient({ client: "fetch", bundle: true })];
      await build({
        config: { root, input: { path }, output: { path: ".", clean: false, format: false, lint: false }, plugins },
      });
    },
    program: ({ operationId, body, baseUrl, key }) => `
      import { ${operationId} } from "./index";
      const headers = { Authorization: "Bearer ${key}", "Content-Type": "application/json" };
      const data = await ${operationId}(${JSON.stringify(body)}, { baseURL: "${baseUrl}", headers });
      console.log(JSON.stringify(data));`,
    notes:
      "4.39 is the newest for Node 20. Sends no `Content-Type`: the caller must. A failed call returns its body like a success.",
  },
];
