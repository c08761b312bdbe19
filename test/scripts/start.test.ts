import { readFile, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { setTimeout as delay } from "node:timers/promises";
import { expect, test } from "vitest";
import { runScript, scriptPath, startScript, untilPrinted } from "../helpers/run-script.ts";
import { scratchCheckout } from "../helpers/scratch.ts";
import { documentedRequest } from "../openapi/documented-example.ts";

const anyPorts = ["--mock-port=0", "--docs-port=0"];

test("--once: a line a step with its time, the persona id, exit 0", async () => {
  const { exitCode, stdout, stderr } = await runScript(scriptPath("start"), ["--once", ...anyPorts]);
  expect({ exitCode, stderr }).toEqual({ exitCode: 0, stderr: "" });
  for (const step of ["lint", "generate", "docs", "mock", "call"]) {
    expect(stdout).toMatch(new RegExp(`^${step} .* \\d+\\.\\d\\d s$`, "m"));
  }
  expect(stdout).toContain("persona id fd213afd-ac1c-4822-9802-c1c0ea45e77b");
});

test("serves, follows a save, survives a broken one and ends on Ctrl-C", async () => {
  const checkout = await scratchCheckout();
  const child = startScript(scriptPath("start"), anyPorts, { checkout });
  const printed = await untilPrinted(child, /Ctrl-C ends/);
  const docs = printed.match(/docs (http:\S+)/)?.[1] ?? "";
  const mock = printed.match(/mock (http:\S+)\n/)?.[1] ?? "";
  const answer = async () => {
    const response = await fetch(`${mock}/suno/persona/create/`, {
      method: "POST",
      headers: { "Content-Type": "application/json" },
      body: JSON.stringify(documentedRequest),
    });
    return (await response.json()) as { name: string };
  };
  expect((await answer()).name).toBe("food");
  expect(await (await fetch(docs)).text()).toContain("noks noko wane");

  // An open page listens.
  const heard: string[] = [];
  const events = await fetch(`${docs}/live/events`);
  const listening = (async () => {
    for await (const chunk of events.body as unknown as AsyncIterable<Uint8Array>)
      heard.push(Buffer.from(chunk).toString());
  })().catch(() => {});

  // A save: mock, docs and generated/ follow, and connections to the mock never fail for as long as a second.
  let longestOutageMs = 0;
  let watching = true;
  const watch = (async () => {
    let failingSince: number | undefined;
    while (watching) {
      const failed = await answer().then(
        () => false,
        () => true,
      );
      failingSince = failed ? (failingSince ?? performance.now()) : undefined;
      if (failingSince !== undefined) longestOutageMs = Math.max(longestOutageMs, performance.now() - failingSince);
      await delay(5);
    }
  })();
  const rebuilt = untilPrinted(child, /rebuilt in/);
  await replaceIn(checkout, "openapi/components/examples/Persona.json", '"food"', '"soup"');
  await replaceIn(checkout, "openapi/components/schemas/Persona.yaml", "name: food", "name: soup");
  await rebuilt;
  watching = false;
  await watch;
  expect(longestOutageMs).toBeLessThan(1000);
  expect((await answer()).name).toBe("soup");
  expect(await (await fetch(docs)).text()).toContain("soup");
  expect(await readFile(join(checkout, "generated/openapi.json"), "utf8")).toContain("soup");
  await expect.poll(() => heard.join("")).toContain("event: rebuilt");

  // A broken save: its problems are printed, all else stays.
  const refused = untilPrinted(child, /not rebuilt/);
  await replaceIn(checkout, "openapi/components/examples/Persona.json", '"soup"', "5");
  expect(await refused).toMatch(
    /openapi\/components\/examples\/Persona\.json:6:13 {2}.*\(no-invalid-media-type-examples\)/,
  );
  expect((await answer()).name).toBe("soup");
  expect(await readFile(join(checkout, "generated/openapi.json"), "utf8")).toContain("soup");

  await expect.poll(() => heard.join("")).toMatch(/event: problems\ndata: .*Persona\.json:6:13/);

  const ended = new Promise((resolve) => child.once("close", resolve));
  child.kill("SIGINT");
  expect(await ended).toBe(0);
  await expect(fetch(docs)).rejects.toThrow();
  await expect(answer()).rejects.toThrow();
  await listening;
});

async function replaceIn(checkout: string, file: string, from: string, to: string): Promise<void> {
  const path = join(checkout, file);
  await writeFile(path, (await readFile(path, "utf8")).replaceAll(from, to));
}
