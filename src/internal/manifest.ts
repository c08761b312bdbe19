import { readFileSync } from "node:fs";
import { join } from "node:path";
import { packageRoot } from "./package-root.ts";

/** The part of this package's package.json that is read here. */
export const manifest: { name: string; version: string } = JSON.parse(
  readFileSync(join(packageRoot, "package.json"), "utf8"),
);
