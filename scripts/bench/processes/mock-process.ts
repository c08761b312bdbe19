// A mock in a separate process, of the spec at the given path.
import { startMock } from "../../../src/mock/index.ts";

const mock = await startMock({ spec: process.argv[2] });
process.send?.(mock.url);
process.once("disconnect", () => process.exit());
