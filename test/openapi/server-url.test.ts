import { expect, test } from "vitest";
import { serverPaths } from "../../src/openapi/server-url.ts";

test("the paths of servers are those of the document, of its paths and of its operations, each once", () => {
  const document = {
    openapi: "3.1.0",
    info: { title: "t", version: "1" },
    servers: [{ url: "https://a.example/v1/" }, { url: "http://b.example:8080/v1?a=b" }, { url: "https://c.example" }],
    paths: {
      "/a": {
        servers: [{ url: "/v2" }],
        get: {},
        put: { servers: [{ url: "//d.example/{v}", variables: { v: { default: "v3" } } }] },
      },
      "/b": { get: { servers: [{ url: "{gateway}" }] } },
    },
  };
  expect(serverPaths(document)).toEqual(["/v1", "/v2", "/v3"]);
});
