/** What each option must be, in words that contain its `typeof`, and the least value of a number. */
type Types = Readonly<Record<string, string>>;

const object = "an object";
const size = "a number from 1";
const time = `${size}, or false`;
const amount = "a number from 0";
const flag = "true or false";

/** The options of a call. */
export const callTypes: Types = {
  apiKey: "a string or a function",
  deadline: time,
  fetch: "a function",
  fetchOptions: object,
  headers: object,
  logger: "a function",
  maxResponseBytes: size,
  params: object,
  retry: `${object}, or false`,
  signal: object,
  timeout: time,
};

/** The options of a client. */
export const clientTypes: Types = {
  ...callTypes,
  allowInsecureHttp: flag,
  allowKeyInBrowser: flag,
  baseUrl: "a string or an object",
  requestIdHeader: "a string",
  validate: object,
};

const retryTypes: Types = { baseDelay: amount, max: amount, maxDelay: amount, unknownOutcome: flag };

/**
 * Checks the names and the values of options.
 *
 * @throws {TypeError} If one is unknown or of another type. The message does not show the value, which may be a key.
 */
export function checkOptions(options: object, types: Types): void {
  for (const [name, value] of Object.entries(options)) {
    const type = types[name];
    if (!type) throw new TypeError(`${name} is no option: there are ${Object.keys(types).join(", ")}`);
    if (value === undefined) continue;
    const given = typeof value === "boolean" ? `${value}` : typeof value;
    if (!type.includes(given) || (given === "number" && !(value >= Number(/\d/.exec(type))))) {
      throw new TypeError(`${name} must be ${type}`);
    }
    if (name === "retry") checkOptions(value, retryTypes);
  }
}
