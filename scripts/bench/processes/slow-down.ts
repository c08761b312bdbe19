import { once } from "node:events";
import { type AddressInfo, connect, createServer } from "node:net";

/** Forwards connections to a server on loopback, byte for byte, and holds back what it sends; returns the URL. */
export async function slowDown(url: string, delayMs: number): Promise<string> {
  const port = Number(new URL(url).port);
  const server = createServer((near) => {
    const far = connect(port, "127.0.0.1").setNoDelay(true);
    near.setNoDelay(true).pipe(far);
    far.on("data", (data) => setTimeout(() => near.write(data), delayMs));
    far.on("close", () => setTimeout(() => near.destroy(), delayMs));
    near.on("error", () => far.destroy());
    far.on("error", () => near.destroy());
  }).listen(0, "127.0.0.1");
  await once(server, "listening");
  return `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
}
