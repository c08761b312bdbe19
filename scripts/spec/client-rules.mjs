// Lint rules of what the client can do. Whatever lint accepts, the client sends and reads as OpenAPI says; each rule says
// why it refuses something, and what to write instead. `openapi/README.md` has the table.

import { readFileSync } from "node:fs";
import { basename, extname } from "node:path";

/** What the client sends; and what it reads, as responses name it: in lower case, without parameters. */
const isSent = (mediaType) => mediaType === "application/json";
const isRead = (mediaType) => /^application\/([a-z\d.+-]+\+)?json$/.test(mediaType);

/** Whether the schema at a location has a name: it is a file or a component. */
export const isNamed = ({ pointer }) => pointer === "#/" || /^#\/components\/schemas\/[^/]+$/.test(pointer);

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
        if (operation.security?.length === 0) {
          const message =
            "The client sends its apiKey with every call: write `security: [{}]`, which says that a call needs none.";
          report({ message, location: location.child("security").key() });
        }
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
        if (!isNamed(location) || !namesOfPackage.includes(name)) return;
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
      enter({ in: place, style, explode, content, schema }, { location, report, resolve }) {
        const isObject = [(schema && resolve(schema).node)?.type].flat().includes("object");
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
        } else if (isObject && place !== "query") {
          refuse("The client writes no object here: use a parameter for each property.", "schema");
        } else if (isObject && style !== "deepObject") {
          refuse("The client writes an object into the query in one way: add `style: deepObject`.", "schema");
        }
      },
    },
  };
}

const defaultStyles = { query: "form", path: "simple", header: "simple" };

/** A body that the client can write or read. */
function clientMediaType() {
  const check = (allows, message) => ({
    enter({ content = {} }, { location, report }) {
      for (const mediaType of Object.keys(content).filter((one) => !allows(one))) {
        report({ message: message(mediaType), location: location.child(["content", mediaType]).key() });
      }
    },
  });
  return {
    RequestBody: check(isSent, (name) => `The client sends application/json alone, not ${name}: describe that one.`),
    Response: check(
      isRead,
      (name) =>
        `The client reads JSON alone, not ${name}: use application/json or a type in +json, without parameters, or leave the content out.`,
    ),
  };
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
