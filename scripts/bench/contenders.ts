import { createRequire } from "node:module";
import { join } from "node:path";
import { pathToFileURL } from "node:url";
import { ExplainedError } from "../../src/command/explained-error.ts";
import { packageRoot } from "../../src/command/package-root.ts";
import { generateHeyApi, heyApiEntry, loadHeyApi } from "./hey-api.ts";

/** One way to make the documented call. */
export interface Contender {
  name: string;
  /** A module that exports what a caller of it needs, for its size; undefined where nothing is loaded. */
  entry?: string;
  /** Makes the function that makes the call, with the documented request, and returns the persona's id. */
  prepare(baseUrl: string, request: object): Promise<() => Promise<string>>;
}

const client = join(packageRoot, "dist/lib/src/index.js");
const peers = join(packageRoot, "scripts/bench/package.json");
const path = "/suno/persona/create/";
const headers = { "Content-Type": "application/json", Accept: "application/json", Authorization: "Bearer KEY" };

/** A package of `scripts/bench/package.json`. @throws {ExplainedError} with the command that installs it. */
function peer(name: string): string {
  try {
    return createRequire(peers).resolve(name);
  } catch (cause) {
    throw new ExplainedError(`${name} is not installed: npm ci --prefix scripts/bench`, 2, { cause });
  }
}

const load = (file: string) => import(pathToFileURL(file).href);

/** What has to be made before anything is measured. */
export async function prepareContenders(): Promise<void> {
  await generateHeyApi(peer("@hey-api/openapi-ts"));
}

/** The first is what the others are measured against. */
export const contenders: Contender[] = [
  {
    name: "fetch",
    async prepare(baseUrl, request) {
      return async () => {
        const response = await fetch(baseUrl + path, { method: "POST", headers, body: JSON.stringify(request) });
        return ((await response.json()) as { id: string }).id;
      };
    },
  },
  {
    name: "suno-persona",
    entry: `export { createPersonaClient, isPersonaError } from ${JSON.stringify(client)};`,
    async prepare(baseUrl, request) {
      const { createPersonaClient } = await load(client);
      const { createPersona } = createPersonaClient({ baseUrl, apiKey: "KEY" });
      return async () => (await createPersona(request)).id;
    },
  },
  {
    name: "openapi-fetch",
    entry: 'export { default } from "openapi-fetch";',
    async prepare(baseUrl, request) {
      const { default: createClient } = await import("openapi-fetch");
      const { POST } = createClient<Record<string, Record<"post", object>>>({ baseUrl, headers });
      return async () => ((await POST(path, { body: request } as never)).data as { id: string } | undefined)?.id ?? "";
    },
  },
  {
    name: "hey-api",
    entry: heyApiEntry,
    async prepare(baseUrl, request) {
      const { client, createPersona } = await loadHeyApi();
      client.setConfig({ baseUrl, headers });
      return async () => (await createPersona({ body: request })).data?.id;
    },
  },
  {
    name: "ky",
    entry: 'export { default } from "ky";',
    async prepare(baseUrl, request) {
      const { default: ky } = await load(peer("ky"));
      const instance = ky.create({ prefixUrl: baseUrl, headers });
      return async () => (await instance.post(path.slice(1), { json: request }).json()).id;
    },
  },
  {
    name: "ofetch",
    entry: 'export { ofetch } from "ofetch";',
    async prepare(baseUrl, request) {
      const { ofetch } = await load(peer("ofetch"));
      const instance = ofetch.create({ baseURL: baseUrl, headers });
      return async () => (await instance(path, { method: "POST", body: request })).id;
    },
  },
  {
    name: "axios",
    entry: 'export { default } from "axios";',
    async prepare(baseUrl, request) {
      const { default: axios } = await load(peer("axios"));
      const instance = axios.create({ baseURL: baseUrl, headers, adapter: "fetch" });
      return async () => (await instance.post(path, request)).data.id;
    },
  },
];
