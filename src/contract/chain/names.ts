/** A name with its words run together, for comparison: `thing_id`, `thing-id` and `thingId` are `thingid`. */
export function plainName(name: string): string {
  return name.toLowerCase().replaceAll(/[^a-z0-9]/g, "");
}

/** What is called an identifier at the end of a name, the longest first. */
const identifierWords = ["identifier", "uuid", "guid", "slug", "code", "name", "key", "ref", "id"];

/** The noun of a name such as `petId` or `pet_uuid`: `pet`. Undefined where it ends in no word for an identifier. */
export function nounOf(name: string): string | undefined {
  const word = /(?:^|[_\-. ])(id|uuid|guid)s?$|(?<=[a-z0-9])(Id|ID|Uuid|UUID|Guid|GUID)s?$/.exec(name);
  return word ? singular(plainName(name.slice(0, word.index))) || undefined : undefined;
}

/** The singular of an English plural, as far as paths need it. */
export function singular(noun: string): string {
  if (/(ss|us|is)$/.test(noun)) return noun;
  if (noun.endsWith("ies") && noun.length > 4) return `${noun.slice(0, -3)}y`;
  if (/(s|x|z|ch|sh)es$/.test(noun)) return noun.slice(0, -2);
  return noun.replace(/s$/, "");
}

/**
 * The names that a property may have that identifies a thing, plain, the likeliest first.
 *
 * @param parameter The parameter that takes the identifier: `thingId`.
 * @param noun What the thing is, from its path: `thing`.
 */
export function identifierNames(parameter: string, noun: string): string[] {
  const own = plainName(parameter);
  const word = identifierWords.find((one) => own.endsWith(one)) ?? "";
  const words = [...new Set([word, "id", "uuid", "guid", "identifier"])].filter((one) => one !== "");
  return [...new Set([own, ...words.flatMap((one) => [one, noun + one])])];
}
