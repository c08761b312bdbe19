/** The mock: `startMock()` serves the spec on this machine, for tests and development. */
export { UserError } from "../internal/user-error.ts";
export type { AnyResponses, DocumentedResponses, ReplyOptions } from "./reply-options.ts";
export type { MockExchange, MockRequest } from "./serve.ts";
export { type Mock, type MockOptions, startMock } from "./start-mock.ts";
