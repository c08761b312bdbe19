// The benchmark's server, in a separate process, so that its time is not counted. Each POST gets the documented response.
import { readFileSync } from "node:fs";
import { createServer } from "node:http";
import type { AddressInfo } from "node:net";
import { join } from "node:path";
import { packageRoot } from "../../../src/internal/package-root.ts";

const document = JSON.parse(readFileSync(join(packageRoot, "generated/openapi.json"), "utf8"));
const body = JSON.stringify(document.components.examples.Persona.value);
const headers = { "Content-Type": "application/json", "Content-Length": Buffer.byteLength(body) };

const server = createServer((request, response) => {
  request.resume().once("end", () => response.writeHead(200, headers).end(body));
}).listen(0, "127.0.0.1", () => process.send?.((server.address() as AddressInfo).port));
process.once("disconnect", () => process.exit());
