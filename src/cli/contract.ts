import { bySeverity, type Report } from "../contract/report/report.ts";
import { needPeers } from "../internal/peers.ts";
import { define } from "./command.ts";
import { flags } from "./contract-flags.ts";
import { planOutputs, writeOutputs } from "./write-reports.ts";
import { protectWaivers, writeWaivers } from "./write-waivers.ts";

/** Tests a server, or a mock that it starts. */
export const contract = define({
  about: "Tests whether a server keeps the spec: sends valid and invalid requests and checks each response.",
  flags,
  examples: {
    "--url https://gateway.example.com --token-env API_KEY --allow-create":
      "tests a gateway, with the key in the variable API_KEY",
    "--url http://127.0.0.1:8000 --reporter pretty --reporter junit --out report.xml":
      "tests a server on this machine, prints the report and writes another for CI",
    "--url http://127.0.0.1:8000 --path '/orders/**' --exclude-method DELETE --max-cases 50":
      "tests some operations, with the fifty most telling test cases of each",
    "--url http://127.0.0.1:8000 --dry-run": "prints what would be sent",
  },
  async run({ reporter, out = [], verbose = false, "dry-run": isDryRun, "write-waivers": waiversFile, ...what }) {
    const outputs = planOutputs(reporter ?? ["pretty"], out);
    protectWaivers(waiversFile, what.waivers);
    const needsMock = what.url === undefined && what.har === undefined && !isDryRun;
    needPeers("The contract suite", [
      "ajv",
      "ajv-formats",
      "fast-check",
      ...(needsMock ? (["@stoplight/prism-cli"] as const) : []),
    ]);
    // They import those packages, without which `--help` works too.
    if (isDryRun) {
      const { showPlan } = await import("./show-plan.ts");
      console.log(await showPlan(what));
      return 0;
    }
    const { testServer } = await import("./test-server.ts");
    const report = await untilSignal((signal) => testServer(what, signal));
    await writeOutputs(report, outputs, { verbose });
    if (waiversFile !== undefined) await writeWaivers(waiversFile, what.waivers, report);
    return exitCodeOf(report);
  },
});

/** 2 where the run ended too early to say that all is well. */
function exitCodeOf(report: Report): 0 | 1 | 2 {
  if (report.passed) return 0;
  const hasFailed = bySeverity(report).errors.length > 0 || report.staleWaivers.length > 0 || report.unlisted > 0;
  return report.stopped !== undefined && !hasFailed ? 2 : 1;
}

/** Gives a signal that Ctrl-C and SIGTERM abort. A second Ctrl-C ends the process at once. */
async function untilSignal<T>(run: (signal: AbortSignal) => Promise<T>): Promise<T> {
  const controller = new AbortController();
  const stop = () => controller.abort();
  process.once("SIGINT", stop).once("SIGTERM", stop);
  try {
    return await run(controller.signal);
  } finally {
    process.off("SIGINT", stop).off("SIGTERM", stop);
  }
}
