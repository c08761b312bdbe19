import { fork } from "node:child_process";
import { once } from "node:events";
import { connect, type Socket } from "node:net";
import { join } from "node:path";
import { packageRoot } from "../../src/command/package-root.ts";
import { planCases } from "../../src/contract/run/plan.ts";
import { prepareRun } from "../../src/contract/run/prepare.ts";
import { runContract } from "../../src/contract/run/run-contract.ts";
import { requestBytes } from "../../src/contract/wire/request.ts";
import { defaultSpec, readSpec } from "../../src/spec/read-spec.ts";
import { quantile, spread } from "./statistics.ts";

/** The suite's speed beside a bare loop that sends the same bytes to the same mock and reads only the ends of answers. */
export interface SuiteSpeed {
  requests: number;
  /** Requests a second of the suite, the median of the rounds. */
  perSecond: number;
  /** The suite's throughput as a part of the loop's in the same round: the median, and the distance of the quartiles. */
  ratio: number;
  ratioSpread: number;
}

/** Runs suite and loop in turn. What the suite does once, such as compiling schemas, counts in each round. */
export async function measureSuite(rounds: number): Promise<SuiteSpeed> {
  const mock = fork(join(packageRoot, "scripts/bench/mock.ts"), { execArgv: process.execArgv });
  const [url] = (await once(mock, "message")) as [string];
  try {
    const document = await readSpec(defaultSpec);
    const sender = { host: new URL(url).host, userAgent: "bench" };
    const requests = [...planCases(prepareRun({ document }).plan)].flatMap((planned) =>
      "case" in planned ? planned.case.requests : [],
    );
    const bytes = requests.map((request) => requestBytes(request, sender));
    const heads = requests.map(({ method }) => method === "HEAD");
    const suite = () => timed(() => runContract({ url, document }));
    const loop = () => timed(() => bareLoop(Number(new URL(url).port), bytes, heads));
    await suite();
    await loop();
    const ratios: number[] = [];
    const times: number[] = [];
    for (let round = 0; round < rounds; round++) {
      const [own, bare] = round % 2 === 0 ? [await suite(), await loop()] : [await loop(), await suite()].reverse();
      ratios.push((bare ?? 0) / (own ?? 0));
      times.push(own ?? 0);
    }
    const perSecond = requests.length / (quantile(times, 0.5) / 1_000);
    return { requests: requests.length, perSecond, ratio: quantile(ratios, 0.5), ratioSpread: spread(ratios) };
  } finally {
    mock.disconnect();
  }
}

async function timed(run: () => Promise<unknown>): Promise<number> {
  const startedAt = performance.now();
  await run();
  return performance.now() - startedAt;
}

/** Sends each request when the one before it is answered, on one connection that is opened anew where the server closes it. */
function bareLoop(port: number, requests: Buffer[], heads: boolean[]): Promise<void> {
  return new Promise((resolve) => {
    let index = 0;
    let received: Buffer = Buffer.alloc(0);
    let socket: Socket;
    const send = () => socket.write(requests[index] ?? "");
    const open = () => {
      socket = connect(port, "127.0.0.1").setNoDelay(true);
      socket.on("data", onData).on("error", () => {});
      socket.on("close", () => index < requests.length && open());
      send();
    };
    const onData = (data: Buffer) => {
      received = received.length === 0 ? data : Buffer.concat([received, data]);
      const end = received.indexOf("\r\n\r\n");
      if (end < 0) return;
      const head = received.toString("latin1", 0, end);
      const length = heads[index] ? 0 : Number(/^content-length: (\d+)/im.exec(head)?.[1] ?? 0);
      if (received.length < end + 4 + length) return;
      received = Buffer.alloc(0);
      index++;
      if (index === requests.length) {
        socket.destroy();
        resolve();
      } else if (/^connection: close/im.test(head)) socket.end();
      else send();
    };
    open();
  });
}
