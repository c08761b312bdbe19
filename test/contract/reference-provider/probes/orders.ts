import { merged, type Parts, type Probe, raw } from "./exchange.ts";
import type { Subject } from "./kit.ts";
import { ordersBodyProbes } from "./orders-bodies.ts";
import { least } from "./orders-kit.ts";
import { ordersValidProbes } from "./orders-valid.ts";
import { sharedBodyProbes } from "./shared-bodies.ts";
import { sharedHttpProbes } from "./shared-http.ts";

const id = "7b0c1f0e-3a52-4c4d-9a5e-2f8d1c6b9e01";
const other = "3f0c9a34-6f0e-4a6e-8f4e-0b6f6f1f9c55";
const merge = "application/merge-patch+json";

/** Probes of the orders provider, by the group of the faults that they bring to light. */
export function ordersProbes(token: string, reader: string): Record<string, Probe[]> {
  const headers = { Authorization: `Bearer ${token}` };
  const ask = (method: string, target: string, parts: Parts = {}) =>
    raw({ method, target: `/v1/orders${target}`, ...parts, headers: { ...headers, ...parts.headers } });
  const place = (body: object, parts: Parts = {}) =>
    ask("POST", "", {
      body: JSON.stringify(body),
      ...parts,
      headers: { "Content-Type": "application/json", ...parts.headers },
    });
  const change = (body: unknown, target = `/${id}`, parts: Parts = {}) =>
    ask("PATCH", target, {
      body: JSON.stringify(body),
      ...parts,
      headers: { "Content-Type": merge, ...parts.headers },
    });
  const list = (...queries: string[]) => queries.map((query) => ask("GET", `?${query}`));
  const read = (...ids: string[]) => ids.map((given) => ask("GET", `/${given}`));
  const life: Probe = async (send) => {
    const created = /"id":"([^"]+)"/.exec(await send(place(gone)))?.[1] ?? other;
    const drop = ask("DELETE", `/${created}`);
    const steps = [
      ...read(created, created.toUpperCase()),
      change({ note: null, priority: 2 }, `/${created}`),
      ...read(created),
    ];
    for (const bytes of [...steps, drop, ...read(created), drop]) await send(bytes);
  };
  const keys = (...values: string[]) => values.map((key) => place(least, { headers: { "Idempotency-Key": key } }));
  const web = "channel=web&";
  const gone = { ...least, channel: "web", tags: ["a"], note: "n", couponId: other, gift: true, giftMessage: "x" };
  const stranger = { headers: { Authorization: null } };
  const visitor = { headers: { Authorization: `Bearer ${reader}` } };

  const subject: Subject = {
    target: "/v1/orders",
    head: "/v1/orders?channel=web",
    token,
    example: least,
    text: (note) => ({ ...least, note }),
    last: '"note":"x',
  };
  const every = [
    place(gone),
    place({ ...least, tags: [], payment: { method: "card", cardToken: "tok_00000000" } }),
    ...read(id, other, "x"),
    ...list(web, "channel=phone", ""),
    change({ note: null }),
    ask("DELETE", `/${id}`),
  ];
  const own: Record<string, Probe[]> = {
    parameters: [
      ...list("", "channel=fax", "channel=", "channel=WEB", "channel=web&channel=phone", "channel=phone&channel=web"),
      ...[
        "sort=x",
        "sort=NEWEST",
        "sort=-newest",
        "limit=0",
        "limit=101",
        "limit=1000",
        "limit=-5",
        "limit=x",
        "limit=",
        "limit=5.5",
      ].flatMap((query) => list(web + query)),
      ...[
        "limit=1e1",
        "limit=0x5",
        "limit=5px",
        "limit=%205",
        `limit=${"9".repeat(25)}`,
        "status=x",
        "status=",
        "status=placed,placed",
      ].flatMap((query) => list(web + query)),
      ...[
        "status=placed,packed,shipped,placed",
        "status=placed|packed",
        "status=placed,%20packed",
        "tag=a&tag=b&tag=c&tag=d&tag=e&tag=f",
      ].flatMap((query) => list(web + query)),
      ...[
        "tag=1234567890123",
        "tag=",
        "gift=1",
        "gift=yes",
        "gift=TRUE",
        "gift",
        "gift=x",
        "placedFrom=2024-02-30",
        "placedFrom=2024-06-01T00:00:00Z",
      ].flatMap((query) => list(web + query)),
      ...["placedFrom=01.06.2024", "placedFrom=x"].flatMap((query) => list(web + query)),
      ...[place(gone), place({ ...gone, gift: false, tags: ["a", "b"] }), place(least)],
      ...[
        "gift=true",
        "gift=false",
        "tag=b",
        "tag=a&tag=b",
        "status=shipped",
        "status=placed,shipped",
        "placedFrom=2025-01-01",
        "limit=1",
        "sort=newest",
        "x",
      ].flatMap((query) => list(web + query)),
      ...read(
        other,
        "x",
        id.replaceAll("-", ""),
        `{${id}}`,
        `urn:uuid:${id}`,
        `${id}x`,
        `${id}%20`,
        id.slice(0, 8),
        "%zz",
        id.toUpperCase(),
      ),
      ...keys("short", "x".repeat(65), "with a space", ""),
    ],
    "response-body": [
      place(gone),
      place({
        ...gone,
        lines: [...gone.lines, ...gone.lines],
        customer: { ...gone.customer, email: "a@example.com" },
        pickupPin: "1234",
        priority: 2,
        deliverOn: "2024-06-01",
        metadata: { a: "b" },
      }),
      ...every,
    ],
    "response-headers": [place(gone), ask("GET", "?channel=web", stranger), life],
    status: [
      ...every,
      ...[
        place({}),
        ask("POST", "", { body: "{", headers: { "Content-Type": "application/json" } }),
        ask("POST", "", { body: "{}" }),
      ],
      ...[
        place(gone, stranger),
        place(gone, visitor),
        place(gone, { headers: { Accept: "text/csv" } }),
        place({ note: "x".repeat(270_000) }),
      ],
      life,
    ],
    state: [
      ...[place(gone), ...list(web), change({ note: "z" }), ...read(id)],
      life,
      ask("DELETE", `/${id}`),
      ask("DELETE", `/${other}`),
      ...[
        ...keys("k1234567", "k1234567"),
        place({ ...least, note: "x" }, { headers: { "Idempotency-Key": "k1234567" } }),
      ],
      ...[{ ...least, couponId: other }, least, gone, { ...least, note: null }, { ...least, tags: ["b"] }].map((body) =>
        place(body),
      ),
      ...list(web),
    ],
    credentials: [
      ...[
        place(gone, stranger),
        ask("GET", "?channel=web", stranger),
        ask("HEAD", "?channel=web", stranger),
        ask("DELETE", `/${other}`, stranger),
        change({}, `/${id}`, stranger),
      ],
      ...[
        ask("GET", `?channel=web&token=${token}`, stranger),
        ...["X-Api-Key", "Cookie"].map((name) =>
          ask("GET", "?channel=web", { headers: { Authorization: null, [name]: token } }),
        ),
      ],
      ask("GET", "?channel=web", { headers: { Authorization: null, "X-Forwarded-For": "127.0.0.1" } }),
      ...[
        place(gone, visitor),
        ask("DELETE", `/${other}`, visitor),
        change({ note: "" }, `/${id}`, visitor),
        ask("GET", "?channel=web", visitor),
      ],
    ],
    "response-json": [place(gone)],
    paths: [...read(`${id}/extra`, `${id}/`), ask("GET", `/${id}.json`)],
    framing: [life],
    accept: ["text/csv", "application/json;q=0", "application/json; q=0, */*", "text/*"].map((accept) =>
      place(least, { headers: { Accept: accept } }),
    ),
    "body-syntax": [
      place(least, { body: JSON.stringify(gone).replace("true", "True") }),
      place(least, { body: JSON.stringify(least).replace(":4", ":+4") }),
      ...[262_145, 270_000].map((length) => place(least, { body: JSON.stringify(least).padEnd(length) })),
    ],
    "valid-refused": [...keys("k1234567", "k".repeat(64), "a+b/c.d!", other)],
  };
  return merged(
    sharedBodyProbes(subject),
    sharedHttpProbes(subject),
    ordersBodyProbes({ place, change }),
    ordersValidProbes({ place, change }),
    own,
  );
}
