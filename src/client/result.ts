import type { ApiError } from "./errors.ts";

type Digit = "0" | "1" | "2" | "3" | "4" | "5" | "6" | "7" | "8" | "9";
type NumbersOf<Text extends string> = Text extends `${infer Value extends number}` ? Value : never;

/** The statuses that a key of the description stands for: `200`, `"4XX"`, `"default"`. */
export type StatusOf<Key> = Key extends number
  ? Key
  : Key extends `${infer First extends Digit}XX`
    ? NumbersOf<`${First}${Digit}${Digit}`>
    : Key extends "default"
      ? "default"
      : never;

/** What every result has, whatever became of the call. */
export interface ResultBase {
  /** Headers of the last answer; undefined where there was none. */
  headers: Headers | undefined;
  /** Attempts to send the request. */
  attempts: number;
  /** The server's name for the request; undefined where it gives none. */
  requestId: string | undefined;
}

/** A documented success. */
export interface Success<Status, Data> extends ResultBase {
  ok: true;
  status: Status;
  data: Data;
}

/** A documented failure. `data` is undefined where the body is not of the documented kind; `error.body` has it then. */
export interface Failure<Status, Data> extends ResultBase {
  ok: false;
  status: Status;
  data: Data | undefined;
  error: ApiError;
}

/** An answer with a status that the description does not name: it stands in `error.status`. */
export interface Undocumented extends ResultBase {
  ok: false;
  status: "undocumented";
  data?: never;
  error: ApiError;
}

/** No answer, or one that cannot be used. */
export interface Failed extends ResultBase {
  ok: false;
  status: "failed";
  data?: never;
  error: ApiError;
}

/** What became of a call, told apart by `status`. `Responses` are the bodies by documented status. */
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

/** Every method in the form that never throws. */
export type ResultMethods<Methods, Responses> = {
  [Name in keyof Methods & keyof Responses]: Methods[Name] extends (...args: infer Args) => unknown
    ? (...args: Args) => Promise<Result<Responses[Name]>>
    : never;
};
