import { keysOf, pointTo, readablePath, withValue } from "../../openapi/pointer.ts";
import { isExpressible } from "../bodies/body-format.ts";
import { refusal } from "./expected.ts";
import type { CaseContext, CaseDraft } from "./family.ts";
import { buildRequest } from "./request.ts";

/** Bodies without one required property. */
export function* required(context: CaseContext): Generator<CaseDraft> {
  const { operation, locations } = context;
  const { body } = operation;
  if (!body) return;
  for (const { path, root, value, id: location } of locations) {
    const name = keysOf(path).at(-1);
    if (name === undefined || /^\d+$/.test(name)) continue;
    const without = withValue(root, path, undefined);
    const parent = path.slice(0, path.lastIndexOf("/"));
    const variants: [name: string, title: string, value: unknown][] = [
      ["absent", "is absent", without],
      // Some frameworks ignore the case of names.
      ["other-case", `is named ${swapCase(name)}`, withValue(without, pointTo(parent, swapCase(name)), value)],
      ["other-style", `is named ${otherStyle(name)}`, withValue(without, pointTo(parent, otherStyle(name)), value)],
      ["inherited", "is only in __proto__", withValue(without, pointTo(parent, "__proto__"), { [name]: value })],
    ];
    for (const [variant, title, changed] of variants) {
      const [error, ...others] = variant === "other-style" && otherStyle(name) === name ? [] : body.validate(changed);
      if (!error || others.length > 0 || !isExpressible([error])) continue;
      const request = buildRequest(context, { body: changed });
      const id = `${location}/${variant}`;
      yield {
        name: id,
        title: `\`${readablePath(path)}\` ${title}`,
        requests: [request],
        expected: refusal("body"),
        pointer: error.pointer,
      };
    }
  }
}

function swapCase(name: string): string {
  return name === name.toUpperCase() ? name.toLowerCase() : name.toUpperCase();
}

/** `order_id` for `orderId`, and the reverse. */
function otherStyle(name: string): string {
  if (name.includes("_")) return name.replaceAll(/_+([a-z0-9])/gi, (_, letter: string) => letter.toUpperCase());
  return name.replaceAll(/(?<=[a-z0-9])[A-Z]/g, (letter) => `_${letter.toLowerCase()}`);
}
