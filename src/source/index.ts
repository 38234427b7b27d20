export { hashText } from "./hash.js";
export {
  pathKey,
  readJson,
  type JsonPlace,
  type JsonOptions,
  type JsonReading,
} from "./json-reader.js";
export {
  createSourceText,
  lineText,
  spanAt,
  type SourceText,
} from "./source-text.js";
export { formatSpan, type Span } from "./span.js";
