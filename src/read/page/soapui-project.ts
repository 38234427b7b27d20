import type { SourceText } from "../../source/index.js";
import {
  createMappedTextBuilder,
  type MappedText,
  type MappedTextBuilder,
} from "./mapped-text.js";

const projectRoot = /<[\w.-]{1,40}:soapui-project[\s>]/;
const operationStart =
  /<[\w.-]{1,40}:operation\s[^<>]{0,2000}?\bname="([^"<>]{1,200})"/g;
const envelopeStart = "<![CDATA[";

/** Takes the requests out of a soapUI project file, each under the name of its operation. */
export function unwrapSoapuiProject(
  source: SourceText,
): MappedText | undefined {
  const { text } = source;
  if (!projectRoot.test(text.slice(0, 4000))) return undefined;
  const builder = createMappedTextBuilder(source);
  const names = [...text.matchAll(operationStart)];
  let next = 0;
  let position = 0;
  for (;;) {
    const start = text.indexOf(envelopeStart, position);
    if (start < 0) break;
    const from = start + envelopeStart.length;
    const end = text.indexOf("]]>", from);
    if (end < 0) break;
    position = end + 3;
    if (
      !/^\s{0,200}<[\w.-]{1,40}:Envelope[\s>]/.test(
        text.slice(from, from + 300),
      )
    )
      continue;
    for (;;) {
      const name = names[next];
      if (name === undefined || name.index > start) break;
      builder.put(`# ${name[1] ?? ""}\n\n`, name.index, name[0].length);
      next++;
    }
    copyLines(builder, source, { from, end });
    builder.put("\n\n", end, 3);
  }
  return builder.build();
}

/** soapUI writes the carriage return of each line end as the two characters `\r`. */
function copyLines(
  builder: MappedTextBuilder,
  source: SourceText,
  part: { readonly from: number; readonly end: number },
): void {
  let position = part.from;
  const text = source.text.slice(part.from, part.end);
  for (const match of text.matchAll(/\\r(?=\r?\n)/g)) {
    builder.copy(position, part.from + match.index);
    position = part.from + match.index + 2;
  }
  builder.copy(position, part.end);
}
