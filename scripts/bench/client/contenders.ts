import { join } from "node:path";
import { pathToFileURL } from "node:url";
import { packageRoot } from "../../../src/internal/package-root.ts";
import { loadPeer, peerPath } from "../../cli/peers.ts";
import { generateHeyApi, heyApiEntry, loadHeyApi } from "./hey-api.ts";
import { generateRedocly, loadRedocly, redoclyEntry } from "./redocly-client.ts";

/** One way to make the documented call. */
export interface Contender {
  name: string;
  /** Whether its calls time out after a minute. All that support a timeout have it set. */
  timeout: boolean;
  /** A module that exports what a caller needs, to measure its size; undefined if nothing is loaded. */
  entry?: string;
  /** Creates a function that makes the documented call and returns the persona's id. */
  prepare(baseUrl: string, request: object): Promise<() => Promise<string>>;
}

const client = join(packageRoot, "dist/lib/src/index.js");
const timeout = 60_000;
const path = "/suno/persona/create/";
const headers = { "Content-Type": "application/json", Accept: "application/json", Authorization: "Bearer KEY" };

const load = (file: string) => import(pathToFileURL(file).href);

/** Prepares what the measurement needs. */
export async function prepareContenders(): Promise<void> {
  await generateHeyApi(peerPath("bench", "@hey-api/openapi-ts"));
  await generateRedocly();
}

/** The first one is the baseline. */
export const contenders: Contender[] = [
  {
    name: "fetch",
    timeout: false,
    async prepare(baseUrl, request) {
      return async () => {
        const response = await fetch(baseUrl + path, { method: "POST", headers, body: JSON.stringify(request) });
        return ((await response.json()) as { id: string }).id;
      };
    },
  },
  {
    name: "suno-persona",
    timeout: true,
    entry: `import { createPersonaClient } from ${JSON.stringify(client)}; globalThis.c = createPersonaClient;`,
    async prepare(baseUrl, request) {
      const { createPersonaClient } = await load(client);
      const { createPersona } = createPersonaClient({ baseUrl, apiKey: "KEY", timeout });
      return async () => (await createPersona(request)).id;
    },
  },
  {
    name: "openapi-fetch",
    timeout: false,
    entry: 'export { default } from "openapi-fetch";',
    async prepare(baseUrl, request) {
      const { default: createClient } = await import("openapi-fetch");
      const { POST } = createClient<Record<string, Record<"post", object>>>({ baseUrl, headers });
      return async () => ((await POST(path, { body: request } as never)).data as { id: string } | undefined)?.id ?? "";
    },
  },
  {
    name: "hey-api",
    timeout: false,
    entry: heyApiEntry,
    async prepare(baseUrl, request) {
      const { client, createPersona } = await loadHeyApi();
      client.setConfig({ baseUrl, headers });
      return async () => (await createPersona({ body: request })).data?.id;
    },
  },
  {
    name: "Redocly's client",
    timeout: true,
    entry: redoclyEntry,
    async prepare(baseUrl, request) {
      const createPersona = await loadRedocly(baseUrl, headers, timeout);
      return async () => (await createPersona({ body: request })).id;
    },
  },
  {
    name: "openai's core",
    timeout: true,
    entry: 'export { default } from "openai";',
    async prepare(baseUrl, request) {
      const { default: OpenAI } = await loadPeer("bench", "openai");
      const client = new OpenAI({ baseURL: baseUrl, apiKey: "KEY", timeout });
      return async () => (await client.post(path, { body: request })).id;
    },
  },
  {
    name: "ky",
    timeout: true,
    entry: 'export { default } from "ky";',
    async prepare(baseUrl, request) {
      const { default: ky } = await loadPeer("bench", "ky");
      const instance = ky.create({ prefixUrl: baseUrl, headers, timeout });
      return async () => (await instance.post(path.slice(1), { json: request }).json()).id;
    },
  },
  {
    name: "ofetch",
    timeout: true,
    entry: 'export { ofetch } from "ofetch";',
    async prepare(baseUrl, request) {
      const { ofetch } = await loadPeer("bench", "ofetch");
      const instance = ofetch.create({ baseURL: baseUrl, headers, timeout });
      return async () => (await instance(path, { method: "POST", body: request })).id;
    },
  },
  {
    name: "axios",
    timeout: true,
    entry: 'export { default } from "axios";',
    async prepare(baseUrl, request) {
      const { default: axios } = await loadPeer("bench", "axios");
      const instance = axios.create({ baseURL: baseUrl, headers, timeout, adapter: "fetch" });
      return async () => (await instance.post(path, request)).data.id;
    },
  },
];
