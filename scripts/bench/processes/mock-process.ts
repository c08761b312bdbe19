// A mock in a separate process, of the spec at the given path; each response is held back for the given milliseconds.
import { startMock } from "../../../src/mock/index.ts";
import { slowDown } from "./slow-down.ts";

const [, , spec, delayMs = "0"] = process.argv;
const mock = await startMock({ spec });
process.send?.(delayMs === "0" ? mock.url : await slowDown(mock.url, Number(delayMs)));
process.once("disconnect", () => process.exit());
