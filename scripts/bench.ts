import { writeFile } from "node:fs/promises";
import { runCommand } from "../src/command/command.ts";
import { type Cost, measureCalls } from "./bench/calls.ts";
import { contenders, prepareContenders } from "./bench/contenders.ts";
import { measureDocs, type PageCost } from "./bench/docs.ts";
import { measureSize } from "./bench/size.ts";
import { measureSuite } from "./bench/suite.ts";

const aims = { sizeBytes: 5000, cpuRatio: 1.1, suiteRatio: 0.7, pageBytes: 750_000, pageRatio: 1.1 };
const rounds = 48;
const suiteRounds = 20;
const pageRounds = 12;

await runCommand(
  {
    name: "npm run bench",
    about: "Measures the client's size and what a call costs, beside others; the contract suite; the docs' page.",
    flags: { json: { value: "FILE", about: "also write the figures as JSON" } },
  },
  async ({ json }) => {
    await prepareContenders();
    const sizes = new Map<string, number>();
    for (const { name, entry } of contenders) if (entry) sizes.set(name, await measureSize(entry));
    const sequential = await measureCalls(rounds, 150, 1);
    const parallel = await measureCalls(rounds, 192, 64);

    const columns = ["client", "min+gzip", "CPU, one at a time", "wall", "CPU, 64 at once", "wall"];
    const rows = sequential.map((cost, index) => {
      const other = parallel[index] as Cost;
      const size = sizes.get(cost.name);
      return [
        cost.name,
        size === undefined ? "" : `${size} B`,
        ...[cost, other].flatMap(({ cpu, cpuSpread, wall, wallSpread }) => [
          ratio(cpu, cpuSpread),
          ratio(wall, wallSpread),
        ]),
      ];
    });
    for (const row of [columns, columns.map(() => "---"), ...rows]) console.log(`| ${row.join(" | ")} |`);
    const own = sequential.find(({ name }) => name === "suno-persona");
    const size = sizes.get("suno-persona") ?? Number.NaN;
    console.log(`\nsize: ${size} B, aim ${aims.sizeBytes} B: ${size <= aims.sizeBytes ? "met" : "missed"}`);
    const cpu = own?.cpu ?? Number.NaN;
    console.log(
      `CPU of a call: ${cpu.toFixed(2)} of a bare fetch, aim ${aims.cpuRatio}: ${cpu <= aims.cpuRatio ? "met" : "missed"}`,
    );
    console.log(`Ratios are medians of ${rounds} interleaved rounds, with half the distance of their quartiles.`);
    const suite = await measureSuite(suiteRounds);
    console.log(
      `contract suite: ${suite.requests} requests, ${suite.perSecond.toFixed(0)} a second, ` +
        `${ratio(suite.ratio, suite.ratioSpread)} of a bare loop of the same requests, ` +
        `aim ${aims.suiteRatio}: ${suite.ratio >= aims.suiteRatio ? "met" : "missed"}`,
    );
    const pages = await measureDocs(pageRounds);
    console.log("\n| page | gzip | operation painted after |\n| --- | --- | --- |");
    for (const { name, gzipBytes, paintMs, paintSpreadMs } of pages) {
      console.log(`| ${name} | ${gzipBytes} B | ${paintMs.toFixed(0)} ± ${(paintSpreadMs / 2).toFixed(0)} ms |`);
    }
    const [page, plain] = pages as [PageCost, PageCost];
    const isSmall = page.gzipBytes <= aims.pageBytes && page.gzipBytes <= plain.gzipBytes * aims.pageRatio;
    console.log(
      `page: at most ${aims.pageBytes} B and ${aims.pageRatio} times the plain one: ${isSmall ? "met" : "missed"}; ` +
        `painted earlier: ${page.paintMs < plain.paintMs ? "met" : "missed"}`,
    );
    if (json) {
      const figures = {
        node: process.version,
        date: new Date().toISOString().slice(0, 10),
        sizes: Object.fromEntries(sizes),
        sequential,
        parallel,
        suite,
        pages,
      };
      await writeFile(json, `${JSON.stringify(figures, null, 2)}\n`);
    }
  },
);

function ratio(median: number, spread: number): string {
  return `${median.toFixed(2)} ± ${(spread / 2).toFixed(2)}`;
}
