import type { Probe } from "./exchange.ts";
import { kitOf, type Subject } from "./kit.ts";

/** Probes of what any provider may do wrong with HTTP, by group. */
export function sharedHttpProbes(subject: Subject): Record<string, Probe[]> {
  const { target, token } = subject;
  const { send, header, said } = kitOf(subject);
  const credentials = (...all: string[]) => header("Authorization", ...all);
  const two = send();

  return {
    credentials: [
      ...credentials(
        "Bearer wrong",
        "Bearer ",
        "Bearer",
        "",
        `Token ${token}`,
        `Basic ${Buffer.from(`${token}:`).toString("base64")}`,
        "Basic eDp5",
        token,
      ),
      ...credentials(
        `Bearerx ${token}`,
        `Bearer${token}`,
        `Bearer: ${token}`,
        `Bearer ${token.slice(0, 10)}`,
        `Bearer ${token}x`,
        `Bearer x${token}`,
        `Bearer ${token.toUpperCase()}`,
      ),
      ...credentials(
        `Bearer ${"x".repeat(token.length)}`,
        `Bearer ${token.slice(0, -1)}x`,
        `Bearer "${token}"`,
        `Bearer ${token} x`,
        `Bearer x, Bearer ${token}`,
        `Bearer ${token}, x`,
      ),
      ...credentials("Bearer null", "Bearer *", "Bearer 'or'1", `bearer ${token}`, `Bearer  ${token}`),
      send({ headers: { Authorization: null }, more: [`Authorization: Bearer ${token}`, "Authorization: Bearer x"] }),
      send({ headers: { Authorization: null }, more: ["Authorization: Bearer x", `Authorization: Bearer ${token}`] }),
      send({ headers: { Authorization: "Bearer x" }, body: "{}" }),
      send({ headers: { Authorization: "Bearer x" }, body: "{" }),
      send({ headers: { Authorization: "Bearer x", "Content-Type": "text/plain" } }),
    ],
    "response-json": said("é"),
    "response-headers": [send(), send({ body: "{" })],
    framing: [...said("é"), send({ body: "{" })],
    redirect: [send(), send({ target: flipped(target) })],
    methods: [
      ...["PUT", "PATCH", "DELETE", "OPTIONS", "TRACE"].map((method) => send({ method })),
      send({ method: "HEAD", target: subject.head, body: "" }),
      ...["X-HTTP-Method-Override", "X-HTTP-Method", "X-Method-Override"].flatMap((name) => header(name, "PUT")),
      send({ target: `${target}?_method=PUT` }),
    ],
    paths: [
      ...[
        flipped(target),
        target.replaceAll("/", "//"),
        `/${target}`,
        `${target}/`,
        target.replace(/[a-z]/, (letter) => letter.toUpperCase()),
        target.toUpperCase(),
      ],
      ...["%2F", "%252f", "%5C"].map((slash) => target.replace(/(?<=\w)\/(?=\w)/, slash)),
      ...[".json", ".php", "/extra", ";v=1", "%20", "%00", "%3Fa"].map((more) =>
        target.replace(/\/?$/, (end) => more + end),
      ),
      ...[`/api${target}`, "/nothing"],
    ].map((path) => send({ target: path })),
    accept: [
      ...header(
        "Accept",
        "application/xml, */*;q=0.5",
        "text/html,*/*;q=0.8",
        "text/plain, application/json",
        "*/*",
        "application/*",
        "",
        "application/json;q=0.9",
      ),
      ...header(
        "Accept",
        "application/json, text/csv",
        "text/csv, application/json",
        "Application/JSON",
        "application/json;q=x",
      ),
      ...[
        send(),
        ...header("Accept-Language", "tlh"),
        ...header("Accept-Charset", "x"),
        ...header("Accept-Encoding", "x-none"),
      ],
    ],
    leaks: [send(), send({ body: "{" })],
    state: [
      Buffer.concat([...Array.from({ length: 11 }, () => two), send()]),
      [said("one"), said("two")].flat(),
      Buffer.concat([send({ body: "{" }), two, send({ body: "{" }), send({ body: "[" }), send({ body: "" }), send()]),
    ],
  };
}

function flipped(path: string): string {
  return path.endsWith("/") ? path.slice(0, -1) : `${path}/`;
}
