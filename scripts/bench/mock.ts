// The mock that the contract suite is measured against, in a process of its own.
import { startMock } from "../../src/mock/index.ts";

const mock = await startMock();
process.send?.(mock.url);
process.once("disconnect", () => process.exit());
