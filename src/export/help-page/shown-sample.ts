import type { Page, Sample } from "../../model/index.js";
import type { RenderedSample } from "./render-sample.js";

/**
 * The message as the page shows it, and only what every text capture changes put right: line ends, blanks at the ends of
 * lines, blank lines around the head.
 */
export function shownSample(page: Page, sample: Sample): RenderedSample {
  const { head, xml, parameters, protocol } = sample;
  const isForm = protocol === "http-post" && sample.role === "request";
  const form = parameters.map(({ name, value }) => `${name}=${value}`);
  return {
    head: head === undefined ? [] : linesOf(textAt(page, head.span)),
    body: isForm ? form.join("&") : linesOf(xml).join("\n"),
  };
}

function linesOf(text: string): readonly string[] {
  return text
    .split(/\r\n|\r|\n/)
    .map((line) => line.trimEnd())
    .filter((line) => line !== "");
}

/** Of a page in HTML, without the marks of its placeholders. */
function textAt({ source }: Page, { offset, length }: Sample["span"]): string {
  const text = source.text.slice(offset, offset + length);
  if (!/<\w/.test(text) && !/&\w+;/.test(text)) return text;
  return text
    .replace(/<\/?[A-Za-z][^<>]*>/g, "")
    .replaceAll("&lt;", "<")
    .replaceAll("&gt;", ">")
    .replaceAll("&quot;", '"')
    .replaceAll("&amp;", "&");
}
