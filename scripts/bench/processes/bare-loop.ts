import { connect, type Socket } from "node:net";

/** Sends requests one after the other on one connection, which it reopens if the server closes it. */
export function bareLoop(port: number, requests: Buffer[], heads: boolean[]): Promise<void> {
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
