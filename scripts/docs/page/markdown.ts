import { Marked } from "marked";
import { escapeHtml, type Html, raw } from "./html.ts";

/**
 * Renders a CommonMark description as HTML. HTML in it is shown as text, because a description is data.
 *
 * @param headingLevel Level of its highest heading, so that the page skips none.
 */
export function markdown(text: string, headingLevel = 4): Html {
  return raw(parser(headingLevel).parse(text, { async: false }));
}

/** Renders a description inline, without its paragraph. */
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
      // An image would cause a request to another origin.
      image: ({ text, href }) => `<a href="${escapeHtml(href)}">${escapeHtml(text || href)}</a>`,
    },
  });
}
