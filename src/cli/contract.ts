import { writeFile } from "node:fs/promises";
import { renderJson } from "../contract/report/json.ts";
import { renderJunit } from "../contract/report/junit.ts";
import { renderPretty } from "../contract/report/pretty.ts";
import type { Report } from "../contract/report/report.ts";
import { needPeers } from "../internal/peers.ts";
import { UserError } from "../internal/user-error.ts";
import { define } from "./command.ts";
import { flags } from "./contract-flags.ts";

/** Tests a server, or a mock that it starts. */
export const contract = define({
  about: "Tests whether a server keeps the spec: sends valid and invalid requests and checks each response.",
  flags,
  examples: {
    "--url https://gateway.example.com --token-env API_KEY --allow-create":
      "tests a gateway, with the key in the variable API_KEY",
    "--url http://127.0.0.1:8000 --reporter junit --out report.xml":
      "tests a server on this machine and writes a report for CI",
  },
  async run({ reporter = "pretty", out, ...what }) {
    const needsMock = what.url === undefined && what.har === undefined;
    needPeers("The contract suite", [
      "ajv",
      "ajv-formats",
      "fast-check",
      ...(needsMock ? (["@stoplight/prism-cli"] as const) : []),
    ]);
    // It imports those packages, without which `--help` works too.
    const { testServer } = await import("./test-server.ts");
    const report = await testServer(what);
    await print(report, reporter, out);
    return report.passed ? 0 : 1;
  },
});

async function print(report: Report, reporter: "pretty" | "json" | "junit", out: string | undefined): Promise<void> {
  const colour = out === undefined && process.stdout.isTTY === true && process.env.NO_COLOR === undefined;
  const render = {
    pretty: () => renderPretty(report, { colour }),
    json: () => renderJson(report),
    junit: () => renderJunit(report),
  };
  const text = render[reporter]();
  if (out === undefined) return void process.stdout.write(`${text.trimEnd()}\n`);
  await writeFile(out, `${text.trimEnd()}\n`).catch((cause: Error) => {
    throw new UserError(`Cannot write ${out} (${cause.message}). Check --out.`, 2, { cause });
  });
  console.log(`${report.passed ? "passed" : "failed"}: ${out}`);
}
