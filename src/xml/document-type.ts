import { spanAt } from "../source/index.js";
import type { Cursor } from "./cursor.js";
import { MAX_EXPANSION } from "./limits.js";

/** Public identifier of the DTD for schemas: W3C's own schema documents (XML Signature, XML Encryption) name it. */
const SCHEMA_DTD = "-//W3C//DTD XMLSCHEMA";
const MAX_ENTITY = 1024;

const HEAD =
  /<!DOCTYPE\s+[^\s[>"']+(?:\s+(?:SYSTEM\s+(?:"([^"]*)"|'([^']*)')|PUBLIC\s+(?:"([^"]*)"|'([^']*)')\s+(?:"[^"]*"|'[^']*')))?\s*/y;
const DECLARATION =
  /\s+|<!--(?:[^-]|-(?!-))*-->|<!ENTITY\s+(%\s+)?([^\s%"'<>]+)\s+(?:"([^"]*)"|'([^']*)')\s*>|<!(?:ATTLIST|ELEMENT)(?:"[^"]*"|'[^']*'|[^"'<>])*>/y;

/**
 * Reads a document type declaration. Let through are plain text entities, and the name of the DTD for schemas, which is not
 * read. All else is refused: it could expand without bound or name other files.
 */
export function readDocumentType(cursor: Cursor): boolean {
  const start = cursor.position;
  const head = matchAt(HEAD, cursor.text, start);
  if (head === undefined) return refuse(cursor, start, "it is malformed");
  const publicId = head[3] ?? head[4];
  const isSchemaDtd = publicId?.toUpperCase().startsWith(SCHEMA_DTD) === true;
  const isExternal = (head[1] ?? head[2] ?? publicId) !== undefined;
  if (isExternal && !isSchemaDtd) {
    return refuse(cursor, start, "it names an external file");
  }
  cursor.position = start + head[0].length;
  if (cursor.text[cursor.position] === "[") {
    if (!readSubset(cursor, start)) return false;
  }
  if (cursor.text[cursor.position] !== ">") {
    return refuse(cursor, start, "it is malformed");
  }
  cursor.position++;
  const span = spanAt(cursor.source, start, cursor.position - start);
  cursor.sink.report("xml/doctype-ignored", {}, { span });
  return true;
}

function readSubset(cursor: Cursor, start: number): boolean {
  cursor.expansionLeft = MAX_EXPANSION;
  cursor.position++;
  while (cursor.text[cursor.position] !== "]") {
    const found = matchAt(DECLARATION, cursor.text, cursor.position);
    if (found === undefined) {
      return refuse(cursor, start, "it declares more than text entities");
    }
    cursor.position += found[0].length;
    const [, parameterMark, name, doubleQuoted, singleQuoted] = found;
    const value = doubleQuoted ?? singleQuoted;
    if (name === undefined || value === undefined) continue;
    if (/[&%<]/.test(value) || value.length > MAX_ENTITY) {
      return refuse(cursor, start, `the entity ${name} is not plain text`);
    }
    // XML 1.0 §4.2: the first declaration of an entity binds.
    if (parameterMark === undefined && !cursor.entities.has(name)) {
      cursor.entities.set(name, value);
    }
  }
  cursor.position++;
  while (/\s/.test(cursor.text[cursor.position] ?? "")) cursor.position++;
  return true;
}

function matchAt(
  pattern: RegExp,
  text: string,
  offset: number,
): RegExpExecArray | undefined {
  pattern.lastIndex = offset;
  return pattern.exec(text) ?? undefined;
}

function refuse(cursor: Cursor, offset: number, reason: string): false {
  const span = spanAt(cursor.source, offset, "<!DOCTYPE".length);
  cursor.sink.report("xml/doctype", { reason }, { span });
  return false;
}
