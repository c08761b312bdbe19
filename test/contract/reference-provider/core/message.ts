/** A request as it came. */
export interface Request {
  method: string;
  /** As on the request line. */
  target: string;
  /** As they came: in their order, repeated ones apart. */
  headers: [name: string, value: string][];
  /** Empty where it is over the provider's limit. */
  body: Buffer;
  tooLarge: boolean;
  /** The number of the request on its server, from 1. */
  nth: number;
  /** The number of the request on its connection, from 1. */
  nthOnConnection: number;
}

/** What a provider answers, before it is written down. */
export interface Answer {
  status: number;
  headers: [name: string, value: string][];
  /** Undefined: the answer has no body. */
  body?: unknown;
}

/** An answer as it is sent. */
export interface Reply {
  status: number;
  headers: [name: string, value: string][];
  bytes?: Buffer;
}

/** Where and why a body or a parameter breaks its schema. */
export interface Violation {
  pointer: string;
  message: string;
}

/** Thrown by whatever finds that a request is not to be served. */
export class Refusal extends Error {
  readonly status: number;
  readonly headers: [string, string][];
  readonly violations: Violation[];

  constructor(status: number, detail: string, headers: [string, string][] = [], violations: Violation[] = []) {
    super(detail);
    this.status = status;
    this.headers = headers;
    this.violations = violations;
  }
}

/** The value of a header; of a repeated one all values, separated by commas as HTTP reads them. */
export function headerOf({ headers }: { headers: [string, string][] }, name: string): string | undefined {
  const values = headers.filter(([given]) => given.toLowerCase() === name.toLowerCase()).map(([, value]) => value);
  return values.length > 0 ? values.join(", ") : undefined;
}

/** The headers without one, and with it where a value is given. */
export function withHeader(headers: [string, string][], name: string, value?: string): [string, string][] {
  const others = headers.filter(([given]) => given.toLowerCase() !== name.toLowerCase());
  return value === undefined ? others : [...others, [name, value]];
}

/** An answer of JSON. */
export function json(status: number, body: unknown, headers: [string, string][] = []): Answer {
  return { status, headers: [["Content-Type", "application/json"], ...headers], body };
}
