import { readdir } from "node:fs/promises";
import { join, posix } from "node:path";
import { packageRoot } from "../../src/internal/package-root.ts";

/** The README at the top and those beside the code, relative to the package, with forward slashes. */
export async function listReadmes(): Promise<string[]> {
  const folders = ["openapi", "src", "scripts", "test"];
  const found = await Promise.all(
    folders.map(async (folder) => {
      const files = await readdir(join(packageRoot, folder), { recursive: true });
      return files.map((file) => posix.join(folder, file.replaceAll("\\", "/")));
    }),
  );
  const readmes = found.flat().filter((file) => file.endsWith("/README.md") && !file.includes("node_modules"));
  return ["README.md", ...readmes.sort()];
}
