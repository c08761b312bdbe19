import { defineCommand } from "../src/cli/command.ts";
import type { Fault } from "../test/contract/reference-provider/fault.ts";
import { faults } from "../test/contract/reference-provider/start.ts";
import { judgeProvider, testProvider } from "./mutation/find-mutants.ts";
import { orderFamilies } from "./mutation/order-families.ts";

/** Response timeout in milliseconds: on loopback, and many mutants never respond. */
const timeoutMs = 1_500;
/** Providers tested at once; most of the time is spent waiting. */
const lanes = 4;

/** Whether the suite found a mutant. */
interface Outcome {
  fault: Fault;
  plain: boolean;
  hinted: boolean;
}

export default await defineCommand(
  import.meta,
  {
    name: "npm run contract:mutation",
    about:
      "Plants bugs in the reference providers, runs the suite on each mutant with and without x-contract, and prints the mutation score.",
    flags: {
      every: { value: "N", about: "every N-th mutant of the list; 1 takes all, about an hour (default: 5)" },
      only: { value: "NAME", about: "mutants whose id starts with NAME, such as orders/framing" },
      families: { about: "print the families instead, the one that finds most first (with the document alone)" },
    },
  },
  async ({ every = 5, only = "", families }) => {
    const wanted = faults.filter(({ id }) => id.startsWith(only)).filter((_, index) => index % every === 0);
    if (families) return printFamilies(wanted);
    const outcomes = await judgeAll(wanted);
    console.log(table(outcomes));
    const survivors = outcomes.filter(({ hinted }) => !hinted).map(({ fault }) => fault.id);
    console.log(`\nSurvived even with \`x-contract\`: ${survivors.length}`);
    for (const id of survivors.sort()) console.log(`  ${id}`);
  },
);

async function printFamilies(wanted: readonly Fault[]): Promise<void> {
  const found = await inLanes(wanted, async (fault) => {
    const report = await testProvider(fault.provider, { fault, timeoutMs }).catch(() => undefined);
    return new Set(report?.cases.filter(({ result }) => result === "failed").map(({ family }) => family));
  });
  for (const { family, more } of orderFamilies(found)) console.log(`${family.padEnd(24)}${more}`);
}

function judgeAll(wanted: readonly Fault[]): Promise<Outcome[]> {
  return inLanes(wanted, async (fault) => {
    const plain = await isFound(fault, false);
    return { fault, plain, hinted: plain || (await isFound(fault, true)) };
  });
}

/** Judges several mutants at a time. */
async function inLanes<T>(wanted: readonly Fault[], judge: (fault: Fault) => Promise<T>): Promise<T[]> {
  const results: T[] = [];
  const queue = [...wanted];
  const lane = async () => {
    for (let fault = queue.shift(); fault; fault = queue.shift()) {
      results.push(await judge(fault));
      if (process.stderr.isTTY) process.stderr.write(`\r${results.length} of ${wanted.length} `);
    }
  };
  await Promise.all(Array.from({ length: lanes }, lane));
  return results;
}

/** A mutant that cannot be tested at all counts as found: the command would exit with 2. */
async function isFound(fault: Fault, hinted: boolean): Promise<boolean> {
  const found = await judgeProvider(fault.provider, { fault, hinted, timeoutMs }).catch((error: Error) => [
    error.message,
  ]);
  return found.length > 0;
}

/** Renders the outcomes by group as a Markdown table, with a row for all. */
function table(outcomes: readonly Outcome[]): string {
  const groups = [...new Set(outcomes.map(({ fault }) => fault.group))];
  const row = (name: string, own: readonly Outcome[]) =>
    `| ${name} | ${own.length} | ${own.filter(({ plain }) => plain).length} | ${own.filter(({ hinted }) => hinted).length} |`;
  const rows = groups.map((group) =>
    row(
      group,
      outcomes.filter(({ fault }) => fault.group === group),
    ),
  );
  return [
    "| Group | Mutants | Found | Found with `x-contract` |",
    "|---|---|---|---|",
    ...rows,
    row("all", outcomes),
  ].join("\n");
}
