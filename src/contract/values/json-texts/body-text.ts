/** The bytes of a body, and what the title of a test case says of them. */
export interface BodyText {
  /** Unique among the texts of a body. */
  name: string;
  /** Follows "the body": "ends with an extra comma". */
  about: string;
  bytes: string | Buffer;
}
