import type { Provider } from "./core/provider.ts";

/** The provider that a fault is planted in. */
export type ProviderKind = "persona" | "orders" | "boards";

/** Makes a faulty provider of a correct one. Called anew for each server, so that a fault's memory lives as long. */
export type Change = (provider: Provider) => Provider;

/** A planted fault. */
export interface Fault {
  /** Unique: `provider/group/title-in-words`. */
  id: string;
  provider: ProviderKind;
  group: string;
  /** What the provider does wrong. */
  title: string;
  change: Change;
}

/** The faults of one group, each a title and a change. */
export function faultsOf(provider: ProviderKind, group: string, changes: Record<string, Change>): Fault[] {
  return Object.entries(changes).map(([title, change]) => ({
    id: `${provider}/${group}/${slug(title)}`,
    provider,
    group,
    title,
    change,
  }));
}

function slug(title: string): string {
  return (
    title
      .toLowerCase()
      .match(/[a-z0-9]+/g)
      ?.join("-") ?? ""
  );
}
