import { availableParallelism } from "node:os";
import { parseArgs } from "node:util";
import { judgeProvider } from "./find-faults.ts";
import type { Fault } from "./reference/fault.ts";
import { faults } from "./reference/start.ts";

// `npm run contract:faults`: plants every fault in its reference provider, judges each provider, prints what was found.

const timeoutMs = 1_500;
const { values } = parseArgs({
  options: { only: { type: "string" }, every: { type: "string", default: "5" }, help: { type: "boolean" } },
});
if (values.help) {
  console.log("Judges the reference providers with planted faults, without x-contract and with it.\n");
  console.log("Usage: npm run contract:faults -- [--every N] [--only TEXT] [--help]\n");
  console.log("  --every N    each N-th fault of the list; 1 takes all of them and an hour (default: 5)");
  console.log("  --only TEXT  faults whose id begins with it");
  process.exit(0);
}

/** What the suite found of one fault. */
interface Outcome {
  fault: Fault;
  plain: boolean;
  hinted: boolean;
}

const wanted = faults
  .filter(({ id }) => id.startsWith(values.only ?? ""))
  .filter((_, index) => index % Math.max(1, Number(values.every)) === 0);
const outcomes: Outcome[] = [];
const queue = [...wanted];
await Promise.all(Array.from({ length: Math.min(4, availableParallelism() * 2) }, work));

async function work(): Promise<void> {
  for (let fault = queue.shift(); fault; fault = queue.shift()) {
    const found = async (hinted: boolean) =>
      fault ? (await judgeProvider(fault.provider, { fault, hinted, timeoutMs }).catch(unjudged)).length > 0 : false;
    const plain = await found(false);
    outcomes.push({ fault, plain, hinted: plain || (await found(true)) });
    if (process.stderr.isTTY) process.stderr.write(`\r${outcomes.length} of ${wanted.length}`);
  }
}

/** A provider that cannot be judged at all is found out, too: the command ends with 2. */
function unjudged(error: Error): string[] {
  return [error.message];
}

const groups = [...new Set(wanted.map(({ group }) => group))];
const rows = groups.map((group) => {
  const own = outcomes.filter(({ fault }) => fault.group === group);
  return [
    group,
    own.length,
    own.filter(({ plain }) => plain).length,
    own.filter(({ hinted }) => hinted).length,
  ] as const;
});
const total = ["all", ...[1, 2, 3].map((column) => rows.reduce((sum, row) => sum + Number(row[column]), 0))];
console.log("| group | planted | found | found with `x-contract` |\n|---|---|---|---|");
for (const row of [...rows, total]) console.log(`| ${row.join(" | ")} |`);
const survivors = outcomes.filter(({ hinted }) => !hinted).map(({ fault }) => fault.id);
console.log(`\nSurvivors, not found even with \`x-contract\`: ${survivors.length}`);
for (const id of survivors.sort()) console.log(`  ${id}`);
