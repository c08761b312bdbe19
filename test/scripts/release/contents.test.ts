import { expect, test } from "vitest";
import { compareContents } from "../../../scripts/release/contents.ts";

const allowed = { files: ["LICENSE"], folders: ["dist/src"], endings: [".js", ".d.ts"] };
const files = ["LICENSE", "dist/src/a.js", "dist/src/a.d.ts"];

test("a package that holds what it may differs in nothing", () => {
  expect(compareContents(files, allowed)).toEqual({ unlisted: [], missing: [] });
});

test.each([".env", "dist/src/a.ts", "dist/src/deeper/a.js", "dist/srcs/a.js"])(
  "%s is not allowed by others",
  (file) => {
    expect(compareContents([...files, file], allowed)).toEqual({ unlisted: [file], missing: [] });
  },
);

test("a file and a folder that are not there are told", () => {
  expect(compareContents([], allowed)).toEqual({ unlisted: [], missing: ["LICENSE", "dist/src"] });
});
