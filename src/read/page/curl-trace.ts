import { type Edit, editMapped, type MappedText } from "./mapped-text.js";
import type { RepairLog } from "./repair-log.js";

/** What `curl --verbose` says of the connection, between what it sends and what it receives. */
const note =
  /^(?:\* (?:[ \t]{0,4}Trying|Connected to|Connection #|upload completely|Mark bundle|Host |using HTTP|We are completely|Closing connection|Server auth|SSL|TLS|ALPN|Request completely|HTTP error|IPv[46]|Established|Added cookie|Rebuilt URL|schannel|Expire|Issue another|Hostname|Server certificate|[ \t]{1,4}(?:subject|start date|expire date|issuer|common name|SSL certificate))|[{}] \[\d{1,9} bytes data\])[^\n]{0,2000}\n/gm;

/** Takes curl's own remarks out of what was copied from a terminal. */
export function stripCurlNotes(mapped: MappedText, log: RepairLog): MappedText {
  const edits = [...mapped.text.matchAll(note)].map(
    ({ index, 0: line }): Edit => ({
      offset: index,
      length: line.length,
      insert: "",
    }),
  );
  const [first] = edits;
  if (first === undefined) return mapped;
  log.add("took curl's remarks out", mapped, {
    start: first.offset,
    end: first.offset + first.length - 1,
  });
  return editMapped(mapped, edits);
}
