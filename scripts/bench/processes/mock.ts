import { join } from "node:path";
import { packageRoot } from "../../../src/internal/package-root.ts";
import { loadPeer } from "../../cli/peers.ts";
import { readDocumentedRequest } from "../../documented-call.ts";
import { freePort, residentMegabytes, start, stop, timeUntil } from "../process.ts";
import type { Section } from "../section.ts";

/** Total requests to each mock. */
const requests = 100_000;
const parts = 5;
const connections = 16;

/** Figures of a mock. */
interface Load {
  name: string;
  /** One figure per part. */
  perSecond: number[];
  p99Ms: number[];
  /** Before the first request, and after each part. */
  megabytes: (number | undefined)[];
}

/** Measures the mock under load and Prism's own command, one after the other. */
export async function measureMock(): Promise<Section> {
  const bundle = join(packageRoot, "generated/openapi.json");
  const prism = join(packageRoot, "node_modules/@stoplight/prism-cli/dist/index.js");
  const [ownPort, prismPort] = [await freePort(), await freePort()];
  const typescript = ["--import", join(packageRoot, "scripts/typescript.mjs")];
  const mocks = [
    {
      name: "npm run mock",
      port: ownPort,
      args: [...typescript, join(packageRoot, "scripts/mock.ts"), `--port=${ownPort}`],
    },
    {
      name: "prism mock",
      port: prismPort,
      args: [prism, "mock", bundle, `--port=${prismPort}`],
    },
  ].map((mock) => ({ ...mock, child: start(mock.args) }));
  const loads: Load[] = mocks.map(({ name }) => ({ name, perSecond: [], p99Ms: [], megabytes: [] }));
  try {
    const { default: autocannon } = await loadPeer("bench", "autocannon");
    const body = JSON.stringify(await readDocumentedRequest());
    for (const { port, child } of mocks) {
      // An unread log would block the process.
      child.stdout?.resume();
      child.stderr?.resume();
      await timeUntil(async () => (await fetch(`http://127.0.0.1:${port}/`)).status > 0);
    }
    for (let part = 0; part <= parts; part++) {
      for (const [index, { port, child }] of mocks.entries()) {
        loads[index]?.megabytes.push(await residentMegabytes(child.pid ?? 0));
        if (part === parts) continue;
        const result = await autocannon({
          url: `http://127.0.0.1:${port}/suno/persona/create/`,
          method: "POST",
          headers: { "content-type": "application/json", authorization: "Bearer KEY" },
          body,
          connections,
          amount: requests / parts,
        });
        if (result.non2xx > 0 || result.errors > 0)
          throw new Error(`The mock failed under load: ${result.non2xx} responses.`);
        loads[index]?.perSecond.push((requests / parts / result.duration) | 0);
        loads[index]?.p99Ms.push(result.latency.p99);
      }
    }
  } finally {
    await Promise.all(mocks.map(({ child }) => stop(child)));
  }
  return describe(loads);
}

function describe(loads: Load[]): Section {
  const middle = (values: number[]) => [...values].sort((a, b) => a - b)[Math.floor(values.length / 2)] ?? Number.NaN;
  const [own, plain] = loads as [Load, Load];
  const growth = ({ megabytes }: Load) => (megabytes.at(-1) ?? Number.NaN) - (megabytes[1] ?? Number.NaN);
  return {
    title: "The mock",
    columns: [
      "mock",
      "requests per second",
      "99th percentile",
      `memory at start`,
      `after ${requests / parts}`,
      `after ${requests}`,
    ],
    rows: loads.map(({ name, perSecond, p99Ms, megabytes }) => [
      name,
      String(middle(perSecond)),
      `${middle(p99Ms)} ms`,
      ...[megabytes[0], megabytes[1], megabytes.at(-1)].map((size) =>
        size === undefined ? "unknown" : `${size.toFixed(0)} MB`,
      ),
    ]),
    aims: [
      {
        what: "requests per second relative to prism mock",
        figure: middle(own.perSecond) / middle(plain.perSecond),
        bound: { atLeast: 1 },
      },
      {
        what: `memory gained over the last ${requests - requests / parts} requests, MB`,
        figure: growth(own),
        bound: { atMost: 20 },
      },
    ],
    notes: [
      `${connections} connections, ${parts} parts of ${requests / parts} interleaved requests, medians of the parts. \`npm run mock\` prints a line per request.`,
    ],
    figures: loads,
  };
}
