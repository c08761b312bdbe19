import type { Responses } from "../../generated/client.ts";
import type { StatusOf } from "../client/result.ts";
import type { AskedAnswer } from "./answers.ts";

/** The bodies of this package's own description, by operation and status. */
export type DocumentedAnswers = Responses;

/** The bodies of a description that the types do not know. */
export type AnyAnswers = Record<string, Record<number, unknown>>;

/** What a mock can be asked for: a status that an operation describes, with a body of that response. */
export type AnswerRequest<Described> = {
  [Operation in keyof Described]: {
    [Key in keyof Described[Operation]]: AskedAnswer & {
      status: StatusOf<Key> extends number ? StatusOf<Key> : number;
      operation?: Operation | undefined;
      body?: Described[Operation][Key] | undefined;
    };
  }[keyof Described[Operation]];
}[keyof Described];
