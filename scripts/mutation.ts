import type { Fault } from "../test/contract/reference-provider/fault.ts";
import { faults } from "../test/contract/reference-provider/start.ts";
import { defineCommand } from "./cli/command.ts";
import { judgeProvider } from "./mutation/find-mutants.ts";

/** Time for an answer: on loopback, and many faults are about answers that never come, in milliseconds. */
const timeoutMs = 1_500;
/** Providers that are judged at once; most of the time goes by in waiting. */
const lanes = 4;

/** What the suite found of one fault. */
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
      "Plants faults in the reference providers, judges each with and without x-contract, and prints what is found.",
    flags: {
      every: { value: "N", about: "each N-th fault of the list; 1 takes all of them, and an hour (default: 5)" },
      only: { value: "NAME", about: "faults whose id begins with it, such as orders/framing" },
    },
  },
  async ({ every = 5, only = "" }) => {
    const wanted = faults.filter(({ id }) => id.startsWith(only)).filter((_, index) => index % every === 0);
    const outcomes = await judgeAll(wanted);
    console.log(table(outcomes));
    const survivors = outcomes.filter(({ hinted }) => !hinted).map(({ fault }) => fault.id);
    console.log(`\nNot found even with \`x-contract\`: ${survivors.length}`);
    for (const id of survivors.sort()) console.log(`  ${id}`);
  },
);

async function judgeAll(wanted: readonly Fault[]): Promise<Outcome[]> {
  const outcomes: Outcome[] = [];
  const queue = [...wanted];
  const lane = async () => {
    for (let fault = queue.shift(); fault; fault = queue.shift()) {
      const plain = await isFound(fault, false);
      outcomes.push({ fault, plain, hinted: plain || (await isFound(fault, true)) });
      if (process.stderr.isTTY) process.stderr.write(`\r${outcomes.length} of ${wanted.length} `);
    }
  };
  await Promise.all(Array.from({ length: lanes }, lane));
  return outcomes;
}

/** A provider that cannot be judged at all is found out too: then the command ends with 2. */
async function isFound(fault: Fault, hinted: boolean): Promise<boolean> {
  const found = await judgeProvider(fault.provider, { fault, hinted, timeoutMs }).catch((error: Error) => [
    error.message,
  ]);
  return found.length > 0;
}

/** By group, in Markdown, with a row for all. */
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
    "| group | planted | found | found with `x-contract` |",
    "|---|---|---|---|",
    ...rows,
    row("all", outcomes),
  ].join("\n");
}
