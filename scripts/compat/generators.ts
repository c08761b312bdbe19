import { notInstalled } from "../cli/peers.ts";
import type { FirstCall } from "../languages/language.ts";

/** A generator of another maker. */
export interface Generator {
  /** The name of its package, by which it is asked for. */
  name: string;
  /** What its output is, in words. */
  output: string;
  /** Writes its output for the description into the folder. */
  generate(spec: string, folder: string, baseUrl: string): Promise<void>;
  /** A module beside the output that makes the call and prints the answer as JSON. */
  program(call: FirstCall): string;
  /** What a reader should know of its output for this description; facts that were looked up in it. */
  notes: string;
}

// Found from this folder, as `import` finds it: some have no entry that `require` could find.
const load = (name: string) => import(name);

/** @throws {UserError} exit code 2, with the command that installs it. */
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
      "0.95 is the newest for Node 20. `4XX` and `5XX` are typed. No time limit, no retry; its own files fail `exactOptionalPropertyTypes`.",
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
      "It asks for Node 22.18 and ran on 20. Its validator complains of the server's variable, which OpenAPI allows, and goes on. `4XX` and `5XX` are typed; the base URL is fixed when it generates.",
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
      "What a success behind a `$ref` holds is lost ([#1547](https://github.com/acacode/swagger-typescript-api/issues/1547)), so ours stands in its operation. Methods are grouped by the path's first part; failures throw the answer.",
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
      "Checks answers, `uuid` and `date-time` too. `4XX` and `5XX` become the status `NaN` ([#332](https://github.com/astahmer/openapi-zod-client/issues/332)): their bodies stay untyped.",
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
      "4.39 is the newest for Node 20. It sends no `Content-Type`: the caller must. A failed call returns its body as if it were a success.",
  },
];
