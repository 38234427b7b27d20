export { hashText } from "./hash.js";
export {
  createSourceText,
  lineText,
  spanAt,
  type SourceText,
} from "./source-text.js";
export { formatSpan, type Span } from "./span.js";
