/** The mock: `startMock()` serves the description on this machine, for tests and development. */
export type { AnswerRequest, AnyAnswers, DocumentedAnswers } from "./answer-request.ts";
export { type Mock, type MockOptions, startMock } from "./start-mock.ts";
export type { MockExchange } from "./traffic.ts";
