// Lint rules that Redocly's own configurable ones cannot say. A schema is named where it is a file or a component of
// its own; a schema that stands in place, as a parameter's or an array's does, is described by what it stands in.

const isNamed = ({ pointer }) => pointer === "#/" || /^#\/components\/schemas\/[^/]+$/.test(pointer);
const hasExample = ({ example, examples }) => example !== undefined || examples !== undefined;

/** Every named schema and every property has a description. */
function schemaDescription() {
  return checkEach((schema) => schema.description?.trim(), "has no description: add one.");
}

/** Every named schema and every property has an example. */
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
          // What stands beside a $ref counts before what it leads to: https://spec.openapis.org/oas/v3.1.0#reference-object
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
  rules: { oas3: { "schema-description": schemaDescription, "schema-example": schemaExample } },
};
