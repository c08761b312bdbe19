import { unpackBrowser } from "../../scripts/cli/launch-browser.ts";

/** Unpacks the browser once before all tests of the docs, so that no two do. */
export default async function prepare(): Promise<void> {
  await unpackBrowser();
}
