import type { ApiError } from "./errors.ts";

type Digit = "0" | "1" | "2" | "3" | "4" | "5" | "6" | "7" | "8" | "9";
type NumbersOf<Text extends string> = Text extends `${infer Value extends number}` ? Value : never;

/** The statuses that a key of `responses` covers: `200`, `"4XX"`, `"default"`. */
export type StatusOf<Key> = Key extends number
  ? Key
  : Key extends `${infer First extends Digit}XX`
    ? NumbersOf<`${First}${Digit}${Digit}`>
    : Key extends "default"
      ? "default"
      : never;

/** What every result has. */
export interface ResultBase {
  /** Headers of the last response; undefined if there was none. */
  headers: Headers | undefined;
  /** Attempts to send the request; 0 if there was none. */
  attempts: number;
  /** The server's id of the request; undefined if it sends none. */
  requestId: string | undefined;
}

/** A documented success. */
export interface Success<Status, Data> extends ResultBase {
  ok: true;
  status: Status;
  data: Data;
}

/** A documented failure. `data` is undefined if the body does not have the documented type; `error.body` has it then. */
export interface Failure<Status, Data> extends ResultBase {
  ok: false;
  status: Status;
  data: Data | undefined;
  error: ApiError;
}

/** A response with a status that the spec does not document; `error.status` has it. */
export interface Undocumented extends ResultBase {
  ok: false;
  status: "undocumented";
  data?: never;
  error: ApiError;
}

/** No usable response. */
export interface Failed extends ResultBase {
  ok: false;
  status: "failed";
  data?: never;
  error: ApiError;
}

/** The result of a call; narrow it by `status`. `Responses` maps documented statuses to bodies. */
export type Result<Responses> =
  | {
      [Key in keyof Responses]: `${Key & (string | number)}` extends `2${string}`
        ? Success<StatusOf<Key>, Responses[Key]>
        : Failure<StatusOf<Key>, Responses[Key]>;
    }[keyof Responses]
  | Undocumented
  | Failed;

/** The result of any operation's call. */
export type AnyResult = Success<number, unknown> | Failure<number | "default", unknown> | Undocumented | Failed;

/** Every method in a form that never throws. */
export type ResultMethods<Methods, Responses> = {
  // Mapped over the methods alone, so that editors show their doc comments here too.
  [Name in keyof Methods]: Methods[Name] extends (...args: infer Args) => unknown
    ? (...args: Args) => Promise<Result<Name extends keyof Responses ? Responses[Name] : never>>
    : never;
};
