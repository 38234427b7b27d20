import type { Range } from "./mapped-text.js";

/** An action or an address that the text around messages states, with its place. */
export interface CallingHint extends Range {
  readonly value: string;
}

export interface CallingHints {
  /** In document order. */
  readonly actions: readonly CallingHint[];
  /** Of the surest kind that there is. */
  readonly addresses: readonly CallingHint[];
}

/** `-H 'SOAPAction: "urn:a"'`, `setRequestProperty("SOAPAction", "urn:a")`, `| SOAP Action | urn:a |`, `SOAPAction: a`. */
const actionMention =
  /(?<![\w.])SOAP[ _-]?Action\b((?:[\s"'`*_\\:：=>,|\])(]|<\/?\w{1,10}>){1,24})([A-Za-z_][^\s"'`\\<>|*(){}[\],;]{0,500})/gi;
/** `addValue:@"urn:a" forHTTPHeaderField:@"SOAPAction"` and the like: the value first. */
const actionAfterValue =
  /["']((?:https?:\/\/|urn:)[^\s"'<>]{1,500})["'][\w\s:@,=>]{1,40}["']SOAPAction["']/gi;

/** `{"name": "SOAPAction", "value": "urn:a"}`, and the same in YAML: a header as a pair. */
const actionInPair =
  /["'{:\s]SOAPAction["']?[\s,]{1,200}["']?value["']?[ \t]{0,8}:[ \t]{0,8}(?:\\?["']){0,2}([A-Za-z_][^\s"'`\\<>|*(){}[\],;]{0,500})/gi;

/** The address that a command sends to, or that a line calls the endpoint. */
const statedAddress =
  /(?:\bend[ _-]?points?\b|\bservice[ _-]?(?:url|uri|address|location)\b|\bwsdl\b|\bcurl\b|\bwget\b|\bPOST\b)[^\n<>]{0,60}?(https?:\/\/[^\s"'`\\<>|*(){}[\],;]{3,500})/gi;
/** Any address that is called one: pages name their own like this, too. */
const namedAddress =
  /\b(?:ur[li]|address|location|host)\b[^\n<>]{0,40}?(https?:\/\/[^\s"'`\\<>|*(){}[\],;]{3,500})/gi;
const serviceWord = /soap|service|webservice|\bws\b|wsdl|\bapi\b|gateway/i;
/** Addresses that only services have. */
const serviceAddress =
  /(https?:\/\/[^\s"'`\\<>|*(){}[\],;?]{3,400}(?:\.(?:asmx|svc|php|cfc|jws|wso|ashx)\b(?!\.)[^\s"'`\\<>|*(){}[\],;?]{0,100}|(?=\?(?:single)?wsdl\b)))/gi;

/** Finds what the text says about sending messages; `taken` are the parts that are messages or heads, in order. */
export function findCallingHints(
  text: string,
  taken: readonly Range[],
): CallingHints {
  const free = createFilter(taken);
  const actions = [
    ...hintsOf(text, actionMention, isAction),
    ...hintsOf(text, actionAfterValue),
    ...hintsOf(text, actionInPair),
  ];
  const stated = [
    ...commandAddresses(text, taken),
    ...hintsOf(text, statedAddress).filter(isServiceLike),
    ...hintsOf(text, serviceAddress),
  ].filter(free);
  const named = hintsOf(text, namedAddress).filter(
    (hint) => serviceWord.test(hint.value) && isServiceLike(hint) && free(hint),
  );
  return {
    actions: actions.filter(free).toSorted(byPlace),
    addresses: (stated.length > 0 ? stated : named)
      .map(withoutQuery)
      .toSorted(byPlace),
  };
}

function byPlace(left: Range, right: Range): number {
  return left.start - right.start;
}

/** The last group of the pattern is the value. */
function hintsOf(
  text: string,
  pattern: RegExp,
  accepts: (match: RegExpExecArray) => boolean = () => true,
): readonly CallingHint[] {
  return [...text.matchAll(pattern)].filter(accepts).map((match) => {
    const written = match.at(-1) ?? "";
    const value = written.replace(/[.:]+$/, "");
    const start = match.index + match[0].lastIndexOf(written);
    return { value, start, end: start + value.length };
  });
}

/** In a sentence or a table a word alone may be anything; after a colon, or in quotation marks, it is the action. */
function isAction([, between = "", value = ""]: RegExpExecArray): boolean {
  if (/^value$/i.test(value)) return false;
  if (/[:/#]/.test(value)) return true;
  return !/[\n|]/.test(between) && /[:：=,"'`]/.test(between);
}

/** Not the address of a page about the service: the word before it, or its own form, says that messages go there. */
function isServiceLike({ value }: CallingHint): boolean {
  return !/\.(?:html?|pdf|png|gif|jpe?g|md|xsd|zip|css|js)(?:$|[?#])|\/\/(?:www\.)?(?:w3|xmlsoap|github|stackoverflow)\./i.test(
    value,
  );
}

function withoutQuery(hint: CallingHint): CallingHint {
  return { ...hint, value: hint.value.replace(/[?#].*$/, "") };
}

const command = /\b(?:curl|wget)\b/;
const argumentEnd =
  /^\s{0,20}["'][^\n]{0,60}?(?:\\\s{1,20})?["']?(https?:\/\/[^\s"'`\\<>]{3,300})/;

/** Where the message is an argument of a command, the address may stand after it. */
function commandAddresses(
  text: string,
  taken: readonly Range[],
): readonly CallingHint[] {
  let previous = 0;
  return taken.flatMap(({ start, end }) => {
    const before = text.slice(Math.max(previous, start - 2000), start);
    previous = end;
    if (!command.test(before)) return [];
    const match = argumentEnd.exec(text.slice(end, end + 500));
    const value = match?.[1];
    if (match === null || value === undefined) return [];
    const from = end + match[0].length - value.length;
    return [{ value, start: from, end: from + value.length }];
  });
}

/** Whether a place is outside all parts; the parts do not overlap. */
function createFilter(taken: readonly Range[]): (range: Range) => boolean {
  const ordered = taken.toSorted(byPlace);
  return ({ start }) => {
    let low = 0;
    let high = ordered.length;
    while (low < high) {
      const middle = (low + high) >> 1;
      if ((ordered[middle]?.end ?? 0) <= start) low = middle + 1;
      else high = middle;
    }
    return (ordered[low]?.start ?? Infinity) > start;
  };
}
