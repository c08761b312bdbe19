import { coerced } from "../change.ts";
import { type Change, type Fault, faultsOf } from "../fault.ts";

const id = "3f0c9a34-6f0e-4a6e-8f4e-0b6f6f1f9c55";

/** What is no date, time, email, URI or UUID, and is taken for one. The answer has one that is right. */
export const ordersFormatFaults: Fault[] = faultsOf("orders", "request-constraints", {
  "the 30th of February": taken("deliverOn", /^\d{4}-02-30$/, "2024-03-01"),
  "the 31st of a short month": taken("deliverOn", /^\d{4}-(04|06|09|11)-31$/, "2024-07-01"),
  "the 29th of February of any year": taken("deliverOn", /^\d{4}-02-29$/, "2024-02-29"),
  "a month 13": taken("deliverOn", /^\d{4}-13-\d\d$/, "2025-01-01"),
  "a day 0": taken("deliverOn", /^\d{4}-\d\d-00$/, "2024-05-31"),
  "a day 32": taken("deliverOn", /^\d{4}-\d\d-32$/, "2024-06-01"),
  "a date of single digits": taken("deliverOn", /^\d{4}-\d{1,2}-\d{1,2}$/, "2024-06-01"),
  "a date without hyphens": taken("deliverOn", /^\d{8}$/, "2024-06-01"),
  "a date with slashes": taken("deliverOn", /^\d{4}\/\d\d\/\d\d$/, "2024-06-01"),
  "a date with dots": taken("deliverOn", /^\d\d\.\d\d\.\d{4}$/, "2024-06-01"),
  "a time for a date": taken("deliverOn", /^\d{4}-\d\d-\d\dT/, "2024-06-01"),
  "a month for a date": taken("deliverOn", /^\d{4}-\d\d$/, "2024-06-01"),
  "a year of five digits": taken("deliverOn", /^\+?\d{5,6}-\d\d-\d\d$/, "2024-06-01"),
  "a word for a date": taken("deliverOn", /^[a-z]/i, "2024-06-01"),
  "an empty date": taken("deliverOn", /^$/, undefined),
  "a date between spaces": coerced<unknown>("deliverOn", (value) => (typeof value === "string" ? value.trim() : value)),
  "a changed date that is none": taken("deliverOn", /^[a-z]|-(02-30|13-\d\d)/i, "2024-06-01", "patch"),
  "a time without a zone": taken("requestedAt", /T[\d:.]+$/, "2024-06-03T12:00:00Z"),
  "a time with a space": taken("requestedAt", / /, "2024-06-03T12:00:00Z"),
  "a time without seconds": taken("requestedAt", /T\d\d:\d\d(Z|\+)/, "2024-06-03T12:00:00Z"),
  "an hour 24": taken("requestedAt", /T24:/, "2024-06-04T00:00:00Z"),
  "an hour 25": taken("requestedAt", /T2[5-9]:/, "2024-06-04T00:00:00Z"),
  "a minute 60": taken("requestedAt", /T\d\d:60:/, "2024-06-04T00:00:00Z"),
  "a second 61": taken("requestedAt", /T\d\d:\d\d:61/, "2024-06-04T00:00:00Z"),
  "an offset without its colon": taken("requestedAt", /[+-]\d{4}$/, "2024-06-03T12:00:00Z"),
  "an offset of hours": taken("requestedAt", /T.*[+-]\d\d$/, "2024-06-03T12:00:00Z"),
  "an offset of 24 hours": taken("requestedAt", /[+-]2[4-9]:\d\d$/, "2024-06-03T12:00:00Z"),
  "the name of a zone": taken("requestedAt", /[A-Y]{3,}$|\]$/, "2024-06-03T12:00:00Z"),
  "a point without a fraction": taken("requestedAt", /\.Z$/, "2024-06-03T12:00:00Z"),
  "a comma before the fraction": taken("requestedAt", /,\d+/, "2024-06-03T12:00:00Z"),
  "a time on a day that is not": taken("requestedAt", /-(02-30|04-31|13-01)T/, "2024-06-03T12:00:00Z"),
  "a date for a time": taken("requestedAt", /^\d{4}-\d\d-\d\d$/, "2024-06-03T00:00:00Z"),
  "seconds since 1970 for a time": taken("requestedAt", /^\d+$/, "2024-06-03T12:00:00Z"),
  "a time of a mail": taken("requestedAt", /GMT$/, "2024-06-03T12:00:00Z"),
  "an email without an at": taken("customer/email", /^[^@]*$/, "zoe@example.com"),
  "an email of two ats": taken("customer/email", /@.*@/, "zoe@example.com"),
  "an email without a domain": taken("customer/email", /@$/, "zoe@example.com"),
  "an email without a name": taken("customer/email", /^@/, "zoe@example.com"),
  "an email with a space": taken("customer/email", / /, "zoe@example.com"),
  "an email of two dots": taken("customer/email", /\.\./, "zoe@example.com"),
  "an email that starts with a dot": taken("customer/email", /^\./, "zoe@example.com"),
  "an email with the name of its owner": taken("customer/email", /<.*>/, "zoe@example.com"),
  "a list of emails": taken("customer/email", /[,;]/, "zoe@example.com"),
  "an email that ends in a line break": taken("customer/email", /\n/, "zoe@example.com"),
  "a domain that starts with a hyphen": taken("customer/email", /@-/, "zoe@example.com"),
  "a URI without a scheme": taken("callbackUrl", /^(\/\/)?[\w.-]+(\/|$)/, "https://shop.example.com/"),
  "a path for a URI": taken("callbackUrl", /^\/[^/]/, "https://shop.example.com/"),
  "an empty URI": taken("callbackUrl", /^$/, "https://shop.example.com/"),
  "a URI with a space": taken("callbackUrl", /^https:.* /, "https://shop.example.com/"),
  "a URI with a wrong percent sign": taken("callbackUrl", /%(?![0-9a-f]{2})/i, "https://shop.example.com/"),
  "a URI with brackets": taken("callbackUrl", /[<>{}]/, "https://shop.example.com/"),
  "a URI beyond ASCII": taken("callbackUrl", /[\u0080-\uffff]/, "https://shop.example.com/"),
  "a URI with a backslash": taken("callbackUrl", /\\/, "https://shop.example.com/"),
  "a scheme that starts with a digit": taken("callbackUrl", /^\d\w*:/, "https://shop.example.com/"),
  "a coupon without hyphens": taken("couponId", /^[0-9a-f]{32}$/i, id),
  "a coupon in braces": taken("couponId", /^\{.*\}$/, id),
  "a coupon with urn:uuid:": taken("couponId", /^urn:uuid:/i, id),
  "a coupon of other letters": taken("couponId", /^\w{8}-\w{4}-\w{4}-\w{4}-\w{12}$/, id),
  "a coupon with hyphens elsewhere": taken("couponId", /^(?=.{36}$)[0-9a-f-]+$/i, id),
  "a coupon with a letter too many": taken("couponId", /^[0-9a-f-]{37}$/i, id),
  "a coupon with a letter too few": taken("couponId", /^[0-9a-f-]{35}$/i, id),
  "a coupon between spaces": taken("couponId", /^\s|\s$/, id),
  "an empty coupon": taken("couponId", /^$/, undefined),
  "a coupon that is a word": taken("couponId", /^[A-Z]+\d*$/i, id),
});

/** Takes what fits the pattern for another value; what is that value's like already stays as it is. */
function taken(path: string, pattern: RegExp, instead: string | undefined, method?: string): Change {
  return coerced<unknown>(
    path,
    (value) => (typeof value === "string" && pattern.test(value) && !isRight(path, value) ? instead : value),
    method,
  );
}

/** Whether a value is one that a pattern fits too and the document allows. */
function isRight(path: string, value: string): boolean {
  if (path === "couponId") return /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i.test(value);
  if (path !== "deliverOn" || !/^\d{4}-\d\d-\d\d$/.test(value)) return false;
  const date = new Date(value);
  return !Number.isNaN(date.getTime()) && date.toISOString().startsWith(value);
}
