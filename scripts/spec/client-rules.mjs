// Lint rules of what the client can do. Whatever lint accepts, the client sends and reads as OpenAPI says; each rule says
// why it refuses something, and what to write instead. `openapi/README.md` has the table.

import { readFileSync } from "node:fs";
import { basename, extname } from "node:path";

/** `application/json` and what is written like it, with any parameters. */
const isJson = (mediaType) => /^application\/([\w.+-]+\+)?json\s*(;|$)/i.test(mediaType);

/** An operation that fetch can send, that can succeed, and whose name can be a method's. */
function clientOperation() {
  return {
    PathItem: {
      enter(item, { location, report }) {
        if (item.trace) {
          report({ message: "fetch refuses TRACE: leave the operation out.", location: location.child("trace").key() });
        }
        if (item.servers) report({ message: ownServers, location: location.child("servers").key() });
      },
    },
    Operation: {
      enter(operation, { key, location, report, resolve }) {
        const statuses = Object.entries(operation.responses ?? {});
        const successes = statuses.filter(([status]) => /^2/.test(status));
        if (successes.length === 0) {
          const message =
            "No response is a 2xx, so that no call could succeed (`default` covers failures alone): add one.";
          report({ message, location: location.child("responses").key() });
        }
        if (!statuses.some(([status]) => /^(4|default)/i.test(status))) {
          const message = "No response is a 4XX or `default`, so that a refused call is undocumented: add one.";
          report({ message, location: location.child("responses").key() });
        }
        if (["get", "head"].includes(key) && operation.requestBody) {
          const message = `fetch refuses ${key.toUpperCase()} with a body: use query parameters, or POST.`;
          report({ message, location: location.child("requestBody").key() });
        }
        for (const [status, response] of key === "head" ? statuses : []) {
          if (!resolve(response).node?.content) continue;
          const message = "A response to HEAD has no body: describe its headers, and leave `content` out.";
          report({ message, location: location.child(["responses", status]).key() });
        }
        if (operation.servers) report({ message: ownServers, location: location.child("servers").key() });
        if (namesOfMethods.has(operation.operationId)) {
          const message = `\`${operation.operationId}\` cannot be the client's method, because every object or promise has one: choose another operationId.`;
          report({ message, location: location.child("operationId") });
        }
      },
    },
  };
}

const ownServers =
  "The client sends every call to its `baseUrl`: state `servers` in openapi.yaml alone, and make a spec of its own for another host.";

/** Names that a method cannot have: promises and objects have them, and `result` holds the methods that never throw. */
const namesOfMethods = new Set(["then", "result", "constructor", "toString", "toJSON", "valueOf", "hasOwnProperty"]);

/** What the package exports beside the components, and what the generated types use themselves. */
const namesOfPackage = readNamesOfPackage();

function readNamesOfPackage() {
  const text = readFileSync(new URL("../../src/index.ts", import.meta.url), "utf8");
  const lists = [...text.matchAll(/^export type \{([^}]*)\}/gm)]
    .flatMap(([, list]) => list.split(","))
    .map((name) => name.trim());
  const declared = [...text.matchAll(/^export (?:class|type|const|function|interface) (\w+)/gm)].map(
    ([, name]) => name,
  );
  return [...new Set([...lists, ...declared, "Methods", "Responses", "Options", "NonNullable"])].sort();
}

/** A component must not take the name of one of the package's own exports, which would hide it. */
function clientName() {
  return {
    Schema: {
      enter(_, { location, report }) {
        const { source, pointer } = location;
        const name =
          pointer === "#/" ? basename(source.absoluteRef, extname(source.absoluteRef)) : pointer.split("/").at(-1);
        const isComponent = pointer === "#/" || /^#\/components\/schemas\/[^/]+$/.test(pointer);
        if (!isComponent || !namesOfPackage.includes(name)) return;
        const message = `The package exports its own ${name}: rename the component. Taken are ${namesOfPackage.join(", ")}.`;
        report({ message, location });
      },
    },
  };
}

/** A parameter that the client writes as OpenAPI says. */
function clientParameter() {
  return {
    Parameter: {
      enter({ in: place, style, explode, content }, { location, report }) {
        const refuse = (message, ...keys) =>
          report({ message, location: keys.length > 0 ? location.child(keys).key() : location });
        if (place === "cookie") {
          refuse("The client sends no cookies: use a header or query parameter.", "in");
        } else if (content) {
          refuse(
            `The client writes no ${Object.keys(content)[0]} into a parameter: use \`schema\`, or the request body.`,
            "content",
          );
        } else if (style !== undefined && style !== defaultStyles[place] && style !== "deepObject") {
          refuse(
            `The client does not write \`${style}\`: leave \`style\` out, which is \`${defaultStyles[place]}\`.`,
            "style",
          );
        } else if (explode === (place !== "query") || (style === "deepObject" && explode === false)) {
          refuse(`The client does not write \`explode: ${explode}\` here: leave it out.`, "explode");
        }
      },
    },
  };
}

const defaultStyles = { query: "form", path: "simple", header: "simple" };

/** A body that the client can write or read. */
function clientMediaType() {
  const check = (what, reason) => ({
    enter({ content = {} }, { location, report }) {
      for (const mediaType of Object.keys(content)) {
        if (isJson(mediaType)) continue;
        const message = `The client ${reason} JSON alone, not ${mediaType}: use application/json or a type that ends in +json, or leave ${what} out.`;
        report({ message, location: location.child(["content", mediaType]).key() });
      }
    },
  });
  return { RequestBody: check("the operation", "sends"), Response: check("the content", "reads") };
}

/** A security scheme that the client can send. */
function clientSecurity() {
  return {
    SecurityScheme: {
      enter({ type, scheme = "", in: place }, { location, report }) {
        if (type === "http" && scheme.toLowerCase() === "bearer") return;
        const name = type === "http" ? `http ${scheme}` : type === "apiKey" ? `apiKey in ${place}` : type;
        const message = `The client sends no ${name}: describe the token as http bearer, which is how it is sent.`;
        report({ message, location: location.child("type").key() });
      },
    },
  };
}

/** A whole number that JavaScript may round. */
function int64Bound() {
  return {
    Schema: {
      enter({ format, maximum, exclusiveMaximum }, { location, report }) {
        if (format !== "int64" || maximum !== undefined || exclusiveMaximum !== undefined) return;
        const message =
          "JavaScript rounds integers beyond 2^53: set a `maximum` up to 9007199254740991, or describe a string of digits.";
        report({ message, location: location.child("format") });
      },
    },
  };
}

export const clientRules = {
  "client-operation": clientOperation,
  "client-name": clientName,
  "client-parameter": clientParameter,
  "client-media-type": clientMediaType,
  "client-security": clientSecurity,
  "int64-bound": int64Bound,
};
