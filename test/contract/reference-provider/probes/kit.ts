import { type Parts, raw } from "./exchange.ts";

/** The provider that is probed. */
export interface Subject {
  target: string;
  /** Another path that is documented for GET alone, if any, for HEAD. */
  head: string;
  token: string;
  example: Record<string, unknown>;
  /** The example with another value in the place of a free string. */
  text: (text: unknown) => Record<string, unknown>;
  /** A property at the end that may be cut. */
  last: string;
}

/** Makers of requests that differ from a right one in one thing. */
export function kitOf({ target, token, example, text }: Subject) {
  const headers = { "Content-Type": "application/json", Authorization: `Bearer ${token}` };
  const json = JSON.stringify(example);
  const send = (parts: Parts = {}) => raw({ target, body: json, ...parts, headers: { ...headers, ...parts.headers } });
  const header = (name: string, ...values: (string | null)[]) =>
    values.map((value) => send({ headers: { [name]: value } }));
  return {
    json,
    send,
    header,
    bodies: (...all: (string | Buffer)[]) => all.map((body) => send({ body })),
    typed: (...types: (string | null)[]) => header("Content-Type", ...types),
    said: (...all: unknown[]) => all.map((value) => send({ body: JSON.stringify(text(value)) })),
  };
}
