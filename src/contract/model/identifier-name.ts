/** Whether a property is named like an identifier: `id`, `thing_id`, `thingUuid`. */
export function isIdentifierName(name: string): boolean {
  return /(^|[_-])(id|uuid|guid)$|(Id|ID|Uuid|UUID|Guid)$/.test(name);
}
