import type { Probe } from "./exchange.ts";
import { line, orderKit, other, type Senders } from "./orders-kit.ts";

/** Probes of bodies that keep the document, at its limits above all. */
export function ordersValidProbes({ place, change }: Senders): Record<string, Probe[]> {
  const { varied, customer, lines, more, many, entries, days, tokens } = orderKit(place);
  return {
    "valid-refused": [
      ...customer(
        ...["\u{1f382}".repeat(11), "é".repeat(11), "x".repeat(20), "x", "O'Neil", "Юлия", " ", "12"].map((name) => ({
          name,
        })),
      ),
      ...customer(
        { phone: undefined, email: "a+b@example.com" },
        { email: "A@EXAMPLE.COM" },
        { email: "a@mail.example.museum" },
        { email: "a'b@example.com" },
      ),
      ...customer({ phone: "+1234567" }, { phone: "+123456789012345" }, { unknown: 1 }),
      ...varied("channel", "web", "partner"),
      ...varied("currency", "XTS"),
      ...varied("note", null, "", "x".repeat(140), "\u{1f382}".repeat(100), "a\nb", undefined),
      ...more(
        { gift: false },
        { gift: false, giftMessage: "x" },
        { gift: true },
        { gift: true, giftMessage: "x".repeat(60) },
      ),
      ...varied("tags", [], many(5), ["a", "A"], ["a", "a "], ["b", "a"], ["x".repeat(12)], ["a,b"]),
      ...varied("metadata", {}, entries(5), { a: "" }, { "a b": "x" }, { constructor: "x" }),
      ...varied("lines", Array(20).fill(line), [line, line]),
      ...lines(
        { quantity: 99 },
        { unitPrice: 0 },
        { unitPrice: 5000 },
        { unitPrice: 0.125 },
        { engraving: null },
        { engraving: "x".repeat(8) },
        { engraving: "\u{1f382}".repeat(5) },
      ),
      ...lines({ sku: "AAA-0000" }),
      ...[...days(14, 60), ...tokens("tok_00000000", `tok_${"0".repeat(32)}`)],
      ...[
        ...varied("priority", 1, 5),
        ...varied("parcelGrams", 0, 30000),
        ...varied("insuredValue", 0.5, 9999.5),
        ...varied("pickupPin", "0000"),
      ],
      ...varied("deliverOn", "2024-02-29", "2024-05-31", "1999-01-01", "2199-01-01"),
      ...varied(
        "requestedAt",
        "2024-06-03T12:00:00Z",
        "2024-06-03T12:00:00-03:30",
        "2024-06-03T12:00:00.123456Z",
        "2024-06-03t12:00:00z",
      ),
      ...varied("couponId", other.toUpperCase(), "00000000-0000-0000-0000-000000000000", other.replace("-4", "-7")),
      ...varied(
        "callbackUrl",
        "https://example.com:8443/a?b=c#d",
        "mailto:a@example.com",
        "https://127.0.0.1/",
        "https://example.com/%20",
      ),
      ...[
        { note: null },
        { note: "" },
        { deliverOn: null },
        { tags: [] },
        { note: "x", deliverOn: "2024-06-01", tags: ["a"], priority: 2 },
      ].map((body) => change(body)),
    ],
  };
}
