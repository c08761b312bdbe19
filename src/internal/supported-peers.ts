/** What is known of an optional peer. */
export interface SupportedPeer {
  /** The version that every test here runs with; who lacks the package is told to install this one. */
  tested: string;
  /** The versions that do, as npm writes ranges: of `^` and `~` with a whole version, and `||`. */
  works: string;
}

/**
 * The optional peers. This table alone says which versions do: package.json leaves all of them open, because npm refuses
 * to install beside a version out of a peer's range, even for those who never load it.
 */
export const supportedPeers = {
  "@stoplight/prism-cli": { tested: "5.14.2", works: "~5.14.2" },
  ajv: { tested: "8.20.0", works: "^8.17.1" },
  "ajv-formats": { tested: "3.0.1", works: "^2.1.1 || ^3.0.1" },
  "fast-check": { tested: "4.10.2", works: "^3.23.2 || ^4.0.0" },
  vitest: { tested: "4.1.12", works: "^3.0.0 || ^4.0.1 || ^5.0.0" },
  yaml: { tested: "2.9.1", works: "^2.0.0" },
} satisfies Record<string, SupportedPeer>;

/** The name of an optional peer. */
export type PeerName = keyof typeof supportedPeers;
