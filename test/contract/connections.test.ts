import { expect, test } from "vitest";
import { framing } from "../../src/contract/checks/framing.ts";
import { type Report, runContract } from "../../src/contract/index.ts";
import { http, type RawAnswer, rawServer } from "../helpers/raw-server.ts";
import { documentWith } from "./cases/plan.ts";
import { acrossOf, caseOf, exchangeOf, jsonResponse, operationOf } from "./checks/exchange.ts";

const body = Buffer.from("{}");
const announcing = http(200, { "Content-Type": "application/json" }, body);
const silent = Buffer.from(announcing.toString().replace("Connection: close\r\n", ""));
const violation = "make/framing/closed without Connection: close";

async function idsOf(response: RawAnswer): Promise<string[]> {
  const { url } = await rawServer(response);
  const document = documentWith({ type: "object" });
  const report: Report = await runContract({ url, document, only: ["repeat", "concurrency"] });
  return report.violations.map(({ id }) => id);
}

test.each<[string, RawAnswer]>([
  ["ends each connection", silent],
  ["resets each connection", (socket) => void socket.write(silent, () => setImmediate(() => socket.resetAndDestroy()))],
])("a server that %s without announcing it violates HTTP", async (_, response) => {
  expect(await idsOf(response)).toEqual([violation]);
});

test.each<[string, RawAnswer]>([
  ["keeps connections", (socket) => void socket.write(silent)],
  ["announces that it closes them", announcing],
  ["closes some of them", (socket, index) => void (index % 3 === 2 ? socket.end(silent) : socket.write(silent))],
  ["frames the body by the end of the connection", "HTTP/1.1 200 OK\r\nContent-Type: application/json\r\n\r\n{}"],
  ["speaks HTTP/1.0", silent.toString().replace("HTTP/1.1", "HTTP/1.0")],
])("a server that %s does not", async (_, response) => {
  expect(await idsOf(response)).not.toContain(violation);
});

test("three responses in a row are enough, two or idle connections are not, and a recording does not say", () => {
  const testCase = caseOf(operationOf({ 200: jsonResponse() }));
  const closed = { ...exchangeOf({}), reusable: true, previousRequests: 0 };
  expect(acrossOf(framing, testCase, [closed, closed, closed, closed])).toHaveLength(1);
  expect(acrossOf(framing, testCase, [closed, closed, closed])).toEqual([]);
  const slow = [0, 1, 2, 3].map((index) => ({ ...closed, sentAt: index * 1_000 }));
  expect(acrossOf(framing, testCase, slow)).toEqual([]);
  const recorded = exchangeOf({});
  expect(acrossOf(framing, testCase, [recorded, recorded, recorded, recorded])).toEqual([]);
});
