import { describe, expect, test } from "vitest";
import {
  type ExchangeView,
  evaluate,
  evaluateTemplate,
  isProblem,
  parseExpression,
  parseTemplate,
} from "../../src/openapi/runtime-expression.ts";

const view: ExchangeView = {
  url: "http://127.0.0.1:1/shops/7/orders?page=2",
  method: "POST",
  statusCode: 201,
  request: {
    headers: [["Idempotency-Key", "k1"]],
    query: new Map([["page", "2"]]),
    path: new Map([["shop.id", "7"]]),
    body: { sku: "a/b", lines: [{ "m~n": null }] },
  },
  response: {
    headers: [
      ["location", "/orders/1"],
      ["X-Page", "9"],
      ["x-page", "10"],
    ],
    body: { id: 1, name: "a b", tags: [], "": { "x/y": true } },
  },
};

describe("the value of an expression", () => {
  test.each<[string, unknown]>([
    ["$url", "http://127.0.0.1:1/shops/7/orders?page=2"],
    ["$method", "POST"],
    ["$statusCode", 201],
    ["$request.header.idempotency-key", "k1"],
    ["$request.query.page", "2"],
    ["$request.query.PAGE", undefined],
    ["$request.path.shop.id", "7"],
    ["$request.body", view.request.body],
    ["$request.body#", view.request.body],
    ["$request.body#/lines/0/m~0n", null],
    ["$response.body#/id", 1],
    ["$response.body#/", { "x/y": true }],
    ["$response.body#//x~1y", true],
    ["$response.body#/tags/0", undefined],
    ["$response.body#/constructor", undefined],
    ["$response.header.Location", "/orders/1"],
    ["$response.header.X-Page", "9"],
    ["$response.header.Absent", undefined],
  ])("%s", (text, value) => {
    const expression = parseExpression(text);
    if (isProblem(expression)) throw new Error(expression.problem);
    expect(evaluate(expression, view)).toEqual(value);
  });

  test.each(["$statusCode", "$response.body#/id", "$response.header.Location"])(
    "%s is undefined without a response",
    (text) => {
      const expression = parseExpression(text);
      if (isProblem(expression)) throw new Error(expression.problem);
      expect(evaluate(expression, { ...view, statusCode: undefined, response: undefined })).toBeUndefined();
    },
  );
});

describe("a text that is no expression is refused with the reason", () => {
  test.each([
    ["/id", /is no runtime expression; those are \$url,/],
    ["$", /is no runtime expression/],
    ["$urls", /is no runtime expression/],
    ["$request", /is no runtime expression/],
    ["$request.cookie.a", /is no runtime expression/],
    ["$Response.body#/id", /is no runtime expression/],
    ["$response.body/id", /must have a JSON pointer after its body/],
    ["$response.body#id", /must have a JSON pointer after its body/],
    ["$response.body#/a~2", /must have a JSON pointer after its body/],
    ["$response.query.page", /a response has no query/],
    ["$response.path.id", /a response has no path/],
    ["$request.header", /must have a name after its header/],
    ["$request.header.a b", /must have a name after its header/],
    ["$request.query.", /must have a name after its query/],
  ])("%j", (text, reason) => {
    expect(parseExpression(text)).toEqual({ problem: expect.stringMatching(reason) });
  });
});

describe("the value of a template", () => {
  test.each<[string, unknown]>([
    ["/v1/orders/{$response.body#/id}", "/v1/orders/1"],
    ["{$request.path.shop.id}-{$response.body#/id}", "7-1"],
    ["{$response.body#/id}", 1],
    ["$response.body#/id", 1],
    ["$response.body#/tags", []],
    ["constant", "constant"],
    ["", ""],
    ["{id}", "{id}"],
    ["of {$response.body#/tags}", undefined],
    ["of {$response.body#/absent}", undefined],
    ["of {$request.body#/lines/0/m~0n}", undefined],
  ])("%s", (text, value) => {
    const template = parseTemplate(text);
    if (isProblem(template)) throw new Error(template.problem);
    expect(evaluateTemplate(template, view)).toEqual(value);
  });

  test("is written into a URL as the caller wants, its constant parts unchanged", () => {
    const template = parseTemplate("/a b/{$response.body#/name}");
    if (isProblem(template)) throw new Error(template.problem);
    expect(evaluateTemplate(template, view, encodeURIComponent)).toBe("/a b/a%20b");
  });

  test.each([
    ["/orders/{$response.id}", /^has \$response\.id, which is no runtime expression/],
    ["$response.query.page", /^has \$response\.query\.page, which is impossible: a response has no query$/],
  ])("%s is refused with the reason", (text, reason) => {
    expect(parseTemplate(text)).toEqual({ problem: expect.stringMatching(reason) });
  });
});
