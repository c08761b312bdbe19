// Lint rules that Redocly's configurable ones cannot express. An inline schema, such as a parameter's or an array's, is
// described by what contains it.

import { clientRules, isNamed } from "./spec/client-rules.mjs";

const hasExample = ({ example, examples }) => example !== undefined || examples !== undefined;

/** Requires a description of each named schema and each property. */
function schemaDescription() {
  return checkEach((schema) => schema.description?.trim(), "has no description: add one.");
}

/** Requires an example of each named schema and each property. */
function schemaExample() {
  return checkEach(hasExample, "has no example: add `examples`.");
}

function checkEach(holds, problem) {
  return {
    Schema: {
      enter(schema, { location, report }) {
        if (isNamed(location) && !holds(schema)) report({ message: `The schema ${problem}`, location });
      },
    },
    SchemaProperties: {
      enter(properties, { location, report, resolve }) {
        for (const [name, property] of Object.entries(properties)) {
          // Siblings of a $ref take precedence over its target: https://spec.openapis.org/oas/v3.1.0#reference-object
          const target = property?.$ref ? { ...resolve(property).node, ...property } : property;
          if (typeof target !== "object" || target === null || holds(target)) continue;
          report({ message: `The property \`${name}\` ${problem}`, location: location.child(name).key() });
        }
      },
    },
  };
}

export default {
  id: "own",
  rules: { oas3: { "schema-description": schemaDescription, "schema-example": schemaExample, ...clientRules } },
};
