/** Versions of an optional peer. */
export interface SupportedPeer {
  /** The version that the tests run with, and that messages recommend. */
  tested: string;
  /** Supported versions, as an npm range of `^` and `~` with a full version, and `||`. */
  works: string;
}

/**
 * The optional peers. Only this table lists supported versions: package.json allows any, because npm refuses to install
 * next to a version outside a peer's range, even if nothing loads it.
 */
export const supportedPeers = {
  "@stoplight/prism-cli": { tested: "5.14.2", works: "~5.14.2" },
  ajv: { tested: "8.20.0", works: "^8.17.1" },
  "ajv-formats": { tested: "3.0.1", works: "^2.1.1 || ^3.0.1" },
  "api-ref-bundler": { tested: "0.5.1", works: "~0.5.1" },
  "fast-check": { tested: "4.10.2", works: "^3.23.2 || ^4.0.0" },
  "openapi-format": { tested: "1.33.6", works: "^1.30.0" },
  vitest: { tested: "4.1.12", works: "^3.0.0 || ^4.0.1 || ^5.0.0" },
  yaml: { tested: "2.9.1", works: "^2.0.0" },
} satisfies Record<string, SupportedPeer>;

/** The name of an optional peer. */
export type PeerName = keyof typeof supportedPeers;
