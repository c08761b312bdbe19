import { mkdir, readFile, rm, symlink, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { pathToFileURL } from "node:url";
import { packageRoot } from "../../../src/internal/package-root.ts";
import type { OpenApiDocument } from "../../../src/openapi/document.ts";
import { listOperations, type Operation } from "../../../src/openapi/operation.ts";
import { peerPath } from "../../cli/peers.ts";
import { renderFiles } from "../../generate/files.ts";
import { growDocument, sizes } from "../grow.ts";
import { runToEnd } from "../process.ts";
import type { Section } from "../section.ts";
import { inTurn, median, quantile } from "../statistics.ts";

const rounds = 3;
/** Operations that the consumer calls, or all of a smaller API. */
const calls = 20;
const tsc = join(packageRoot, "node_modules/typescript/bin/tsc");
const folder = join(packageRoot, "dist/bench/types");

/** A consumer's program for one client and size. */
interface Program {
  client: string;
  size: number;
  folder: string;
  instantiations: number;
}

/** Measures type checking of a consumer's file as the API grows. */
export async function measureTypes(): Promise<Section> {
  await rm(folder, { recursive: true, force: true });
  const programs: Program[] = [];
  for (const size of sizes) programs.push(...(await prepare(size)));
  const times = await inTurn(rounds, programs, async (program) => {
    const { seconds, instantiations } = await check(program.folder);
    program.instantiations = instantiations;
    return seconds;
  });
  const clients = [...new Set(programs.map(({ client }) => client))];
  const of = (client: string, size: number) =>
    programs.findIndex((each) => each.client === client && each.size === size);
  const largest = sizes.at(-1) ?? 0;
  const timeOf = (client: string) => quantile(times[of(client, largest)] ?? [], 0.5);
  const instantiationsOf = (client: string) => programs[of(client, largest)]?.instantiations ?? Number.NaN;
  return {
    title: "Checking a consumer's types",
    columns: ["client", ...sizes.flatMap((size) => [`${size} operations`, "instantiations"])],
    rows: clients.map((client) => [
      client,
      ...sizes.flatMap((size) => [
        median(times[of(client, size)] ?? [], 2, " s"),
        String(programs[of(client, size)]?.instantiations),
      ]),
    ]),
    aims: [
      {
        what: `time relative to openapi-fetch, ${largest} operations`,
        figure: timeOf("suno-persona") / timeOf("openapi-fetch"),
        bound: { atMost: 1 },
      },
      {
        what: `instantiations relative to openapi-fetch, ${largest} operations`,
        figure: instantiationsOf("suno-persona") / instantiationsOf("openapi-fetch"),
        bound: { atMost: 1 },
      },
    ],
    notes: [`\`tsc --extendedDiagnostics\` on a file that calls ${calls} of the operations, ${rounds} rounds.`],
    figures: programs.map(({ client, size, instantiations }, index) => ({
      client,
      size,
      instantiations,
      seconds: times[index],
    })),
  };
}

async function check(project: string): Promise<{ seconds: number; instantiations: number }> {
  const { exitCode, output } = await runToEnd([tsc, "-p", project, "--extendedDiagnostics"]);
  if (exitCode !== 0) throw new Error(`The consumer in ${project} does not compile: ${output.slice(0, 1000)}`);
  const figure = (name: string) => Number(output.match(new RegExp(`^${name}:\\s+([\\d.]+)`, "m"))?.[1]);
  return { seconds: figure("Total time"), instantiations: figure("Instantiations") };
}

async function prepare(size: number): Promise<Program[]> {
  const document = await growDocument(size);
  const operations = listOperations(document);
  const step = Math.max(1, Math.floor(operations.length / calls));
  const called = operations.filter((_, index) => index % step === 0).slice(0, calls);
  const files = await renderFiles(document);
  const types = { "schema.ts": files.get("schema.ts") ?? "", "client.ts": files.get("client.ts") ?? "" };
  const made = [
    { client: "suno-persona", files: { ...types, "consumer.ts": ownConsumer(called) } },
    { client: "openapi-fetch", files: { "schema.ts": types["schema.ts"], "consumer.ts": fetchConsumer(called) } },
    { client: "hey-api", files: { "consumer.ts": heyApiConsumer(called) }, generate: true },
  ];
  return Promise.all(
    made.map(async ({ client, files: texts, generate }) => {
      const project = join(folder, `${client}-${size}`);
      await mkdir(project, { recursive: true });
      for (const [name, text] of Object.entries(texts)) await writeFile(join(project, name), text);
      if (generate) await generateHeyApi(document, project);
      await symlink(join(packageRoot, "node_modules"), join(project, "node_modules"));
      await writeFile(join(project, "tsconfig.json"), JSON.stringify(tsconfig));
      return { client, size, folder: project, instantiations: Number.NaN };
    }),
  );
}

const tsconfig = {
  compilerOptions: {
    target: "es2023",
    lib: ["es2023", "dom", "dom.iterable"],
    types: [],
    module: "esnext",
    moduleResolution: "bundler",
    strict: true,
    skipLibCheck: true,
    allowImportingTsExtensions: true,
    noEmit: true,
  },
  files: ["consumer.ts"],
};

/** The documented values of an operation: its body, and its parameters by place. */
function valuesOf({ requestBody, parameters }: Operation): { body: string; params: string } {
  const [example] = requestBody?.bodies[0]?.examples ?? [];
  const path = parameters.filter((parameter) => parameter.in === "path").map(({ name }) => [name, "id"]);
  return {
    body: example === undefined ? "documentedRequest" : JSON.stringify(example.value),
    params: JSON.stringify({ path: Object.fromEntries(path) }),
  };
}

const documentedRequest =
  'const documentedRequest = { root_clip_id: "id", name: "n", description: "d", clips: ["id"], is_public: true };';

function ownConsumer(called: Operation[]): string {
  const root = join(packageRoot, "dist/lib/src/client");
  return [
    'import type { Methods, Responses } from "./client.ts";',
    `import type { Client } from ${JSON.stringify(join(root, "create-client.js"))};`,
    `import type { CallOptions } from ${JSON.stringify(join(root, "options.js"))};`,
    "declare const client: Client<Methods<CallOptions>, Responses>;",
    documentedRequest,
    ...called.map((operation, index) => {
      const { body, params } = valuesOf(operation);
      const options = operation.parameters.length > 0 ? `, { params: ${params} }` : "";
      return `const answer${index} = await client.${operation.id}(${body}${options});\nexport const id${index}: string = answer${index}.id;`;
    }),
  ].join("\n");
}

function fetchConsumer(called: Operation[]): string {
  return [
    'import createClient from "openapi-fetch";',
    'import type { paths } from "./schema.ts";',
    'const client = createClient<paths>({ baseUrl: "http://127.0.0.1" });',
    documentedRequest,
    ...called.map((operation, index) => {
      const { body, params } = valuesOf(operation);
      const options = operation.parameters.length > 0 ? `, params: ${params}` : "";
      return `const answer${index} = await client.POST("${operation.path}", { body: ${body}${options} });\nexport const id${index}: string | undefined = answer${index}.data?.id;`;
    }),
  ].join("\n");
}

function heyApiConsumer(called: Operation[]): string {
  return [
    'import * as sdk from "./sdk/sdk.gen.ts";',
    documentedRequest,
    ...called.map((operation, index) => {
      const { body, params } = valuesOf(operation);
      const options = operation.parameters.length > 0 ? `, ...${params}` : "";
      return `const answer${index} = await sdk.${operation.id}({ body: ${body}${options} });\nexport const id${index}: string | undefined = answer${index}.data?.id;`;
    }),
  ].join("\n");
}

async function generateHeyApi(document: OpenApiDocument, project: string): Promise<void> {
  const input = join(project, "openapi.json");
  await writeFile(input, JSON.stringify(document));
  const { createClient } = await import(pathToFileURL(peerPath("bench", "@hey-api/openapi-ts")).href);
  await createClient({
    input,
    output: join(project, "sdk"),
    plugins: ["@hey-api/client-fetch", "@hey-api/sdk", "@hey-api/typescript"],
    logs: { level: "silent" },
  });
  await readFile(join(project, "sdk/sdk.gen.ts"));
}
