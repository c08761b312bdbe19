import { bundle } from "api-ref-bundler";
import { UserError } from "../internal/user-error.ts";

/**
 * Bundles a document whose parts are in several files: what they contain becomes components, or stands in their place.
 *
 * @param root The document's own file, relative to the folder that parts are read from.
 * @param read Reads a file by its path from that folder.
 * @throws {UserError} Exit code 2, if a part cannot be read, is not in a file, or lacks what a `$ref` names.
 */
export async function bundleFiles(root: string, read: (path: string) => Promise<unknown>): Promise<unknown> {
  // The library goes on where reading fails, with a message of its own.
  let failure: unknown;
  const readPart = async (path: string) => {
    try {
      if (/^[a-z][a-z\d+.-]*:\/\//i.test(path)) throw remote(root, path);
      return (await read(path)) as object;
    } catch (error) {
      failure ??= error;
      return {};
    }
  };
  const onError = (message: string) => {
    const what = message.replace("Cannot resolve: ", "a $ref leads nowhere: ");
    failure ??= new UserError(`${root}: ${what}.`, 2);
  };
  const document = await bundle(root, readPart, { hooks: { onError } });
  if (failure !== undefined) throw failure;
  return document;
}

function remote(root: string, url: string): UserError {
  return new UserError(
    `${root} refers to ${url}, and nothing is fetched. Bundle it first (npx @redocly/cli bundle ${root} -o bundle.json).`,
    2,
  );
}
