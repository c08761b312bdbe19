import { Marked } from "marked";
import { escapeHtml, type Html, raw } from "./html.ts";

/**
 * A description as HTML. HTML in it is shown as text, for a description is data.
 *
 * @param headingLevel Level of its greatest heading, so that those of the page are not skipped.
 */
export function markdown(text: string, headingLevel = 4): Html {
  return raw(parser(headingLevel).parse(text, { async: false }));
}

/** A description without its block, for a line of text. */
export function inlineMarkdown(text: string): Html {
  return raw(parser(6).parseInline(text, { async: false }));
}

function parser(headingLevel: number): Marked {
  return new Marked({
    renderer: {
      html: ({ text }) => escapeHtml(text),
      heading({ depth, tokens }) {
        const level = Math.min(6, depth + headingLevel - 1);
        return `<h${level}>${this.parser.parseInline(tokens)}</h${level}>\n`;
      },
      // An image would be a request to another origin.
      image: ({ text, href }) => `<a href="${escapeHtml(href)}">${escapeHtml(text || href)}</a>`,
    },
  });
}
