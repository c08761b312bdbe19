import { cp, mkdtemp, readFile, rm, symlink, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { packageRoot } from "../../../src/internal/package-root.ts";
import { readDocumentedRequest } from "../../documented-call.ts";
import { freePort, start, stop, timeProcess, timeUntil } from "../process.ts";
import type { Section } from "../section.ts";
import { inTurn, median, quantile } from "../statistics.ts";

const rounds = 5;
const saves = 7;
const typescript = ["--import", "./scripts/typescript.mjs"];

/** Measures how long people wait: for the first response after a start, and for a change after a save. */
export async function measureStart(): Promise<Section> {
  const checkout = await mkdtemp(join(tmpdir(), "bench-start-"));
  try {
    for (const name of ["openapi", "generated", "src", "scripts", "package.json", "redocly.yaml", "tsconfig.json"]) {
      const wanted = (path: string) => !path.includes("node_modules");
      await cp(join(packageRoot, name), join(checkout, name), { recursive: true, filter: wanted });
    }
    await symlink(join(packageRoot, "node_modules"), join(checkout, "node_modules"), "junction");
    const prism = join(packageRoot, "node_modules/@stoplight/prism-cli/dist/index.js");
    const bundle = join(packageRoot, "generated/openapi.json");
    const starters = [
      {
        name: "npm start",
        args: (port: number) => [...typescript, "scripts/start.ts", `--mock-port=${port}`, "--docs-port=0"],
      },
      { name: "prism mock", args: (port: number) => [prism, "mock", bundle, `--port=${port}`] },
    ];
    const times = await inTurn(rounds, starters, async ({ args }) => {
      const port = await freePort();
      const child = start(args(port), checkout);
      try {
        return await timeUntil(async () => (await call(port)) !== "");
      } finally {
        await stop(child);
      }
    });
    const saved = await measureSaves(checkout);
    const bin = join(packageRoot, "dist/lib/src/cli/bin.js");
    const [bare = [], help = []] = await inTurn(
      rounds * 2,
      [
        ["-e", "0"],
        [bin, "--help"],
      ],
      (args) => timeProcess(args),
    );
    const [own = [], plain = []] = times;
    return {
      title: "Start and rebuild",
      columns: ["what", "time"],
      rows: [
        ...starters.map(({ name }, index) => [`${name} to the first response`, median(times[index] ?? [], 0, " ms")]),
        ["`node -e 0`", median(bare, 0, " ms")],
        ["`suno-persona --help`", median(help, 0, " ms")],
        ["save to the mock's new response", median(saved.mock, 0, " ms")],
        ["save to the new docs", median(saved.docs, 0, " ms")],
      ],
      aims: [
        {
          what: "npm start relative to prism mock, although it also lints, generates and builds the docs",
          figure: quantile(own, 0.5) / quantile(plain, 0.5),
          bound: { atMost: 2 },
        },
        {
          what: "`suno-persona --help` beyond 1.5 times `node -e 0`, ms",
          figure: quantile(help, 0.5) - 1.5 * quantile(bare, 0.5),
          bound: { atMost: 100 },
        },
        {
          what: "save to the new mock and docs, ms",
          figure: Math.max(quantile(saved.mock, 0.5), quantile(saved.docs, 0.5)),
          bound: { atMost: 1000 },
        },
      ],
      notes: [`${rounds} interleaved starts, ${saves} saves.`],
      figures: { start: Object.fromEntries(starters.map(({ name }, index) => [name, times[index]])), saved },
    };
  } finally {
    await rm(checkout, { recursive: true, force: true });
  }
}

/** Returns the name in the mock's response. */
async function call(port: number): Promise<string> {
  const [path = ""] = Object.keys((await readBundle()).paths);
  const response = await fetch(`http://127.0.0.1:${port}${path}`, {
    method: "POST",
    headers: { "Content-Type": "application/json" },
    body: JSON.stringify(await readDocumentedRequest()),
  });
  return ((await response.json()) as { name: string }).name;
}

async function readBundle(): Promise<{ paths: object }> {
  return JSON.parse(await readFile(join(packageRoot, "generated/openapi.json"), "utf8"));
}

async function measureSaves(checkout: string): Promise<{ mock: number[]; docs: number[] }> {
  const [mockPort, docsPort] = [await freePort(), await freePort()];
  const child = start(
    [...typescript, "scripts/start.ts", `--mock-port=${mockPort}`, `--docs-port=${docsPort}`],
    checkout,
  );
  const watching = new Promise<void>((resolve) => {
    child.stdout?.on("data", (data) => String(data).includes("Ctrl-C ends") && resolve());
  });
  // Prism returns the schema's example, the docs show the response's.
  const files = ["examples/Persona.json", "schemas/Persona.yaml"].map((name) =>
    join(checkout, "openapi/components", name),
  );
  const texts = await Promise.all(files.map((file) => readFile(file, "utf8")));
  const times = { mock: [] as number[], docs: [] as number[] };
  try {
    await watching;
    for (let save = 0; save < saves; save++) {
      const name = `saved ${save}`;
      for (const [index, file] of files.entries()) {
        await writeFile(file, (texts[index] ?? "").replace(/"food"|(?<=name: |- )food/g, JSON.stringify(name)));
      }
      const [mock, docs] = await Promise.all([
        timeUntil(async () => (await call(mockPort)) === name),
        timeUntil(async () => (await (await fetch(`http://127.0.0.1:${docsPort}/index.md`)).text()).includes(name)),
      ]);
      times.mock.push(mock);
      times.docs.push(docs);
    }
  } finally {
    await stop(child);
  }
  return times;
}
