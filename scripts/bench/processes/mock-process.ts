// A mock in a process of its own, of the description whose path is given.
import { startMock } from "../../../src/mock/index.ts";

const mock = await startMock({ spec: process.argv[2] });
process.send?.(mock.url);
process.once("disconnect", () => process.exit());
