import type { Protocol, Sample, SampleParameter } from "../../model/index.js";
import { type MappedText, spanOf } from "./mapped-text.js";
import type { SampleDraft } from "./sample-draft.js";
import { normalName } from "./section.js";

/** A sample with what is needed to tell operations apart. */
export interface PlacedSample {
  readonly sample: Sample;
  readonly draft: SampleDraft;
  /** Names the operation may have by this request: root element, action, last step of the path. */
  readonly keys: readonly string[];
}

export interface RoleContext {
  readonly mapped: MappedText;
  /** The text right before an exchange: "Request:", "Output". */
  labelBefore(index: number): string;
  /** The last heading between an exchange and the one before it. */
  headingBefore(index: number): string;
}

/** Gives each message its role and protocol, in document order. */
export function placeSamples(
  context: RoleContext,
  drafts: readonly SampleDraft[],
): readonly PlacedSample[] {
  const placed: PlacedSample[] = [];
  const state: State = { requests: new Set(), isAnswered: true };
  for (const draft of drafts) {
    const role = roleOf(context, draft, state);
    const protocol = draft.protocol ?? state.protocol ?? defaultProtocol(draft);
    const name = draft.body[0]?.name.local;
    if (role === "request") {
      state.protocol = protocol;
      state.isAnswered = false;
      if (name !== undefined) state.requests.add(name);
    } else if (role === "response") state.isAnswered = true;
    const sample = finishSample(context.mapped, draft, { role, protocol });
    const keys = role === "request" ? requestKeys(sample) : [];
    placed.push({ sample, draft, keys });
  }
  return placed;
}

interface State {
  protocol?: Protocol;
  readonly requests: Set<string>;
  isAnswered: boolean;
}

const replyName = /(?:Response|Reply|Result|Results|Output|Rs|RS|Ret|Resp)$/;
const replyLabel =
  /respon|répon|reply|output|result|return|antwort|ausgabe|respuesta|salida|rispost|respost|saída|retorno|retour|ответ|响应|返回|回應|应答|レスポンス|応答|응답|uitvoer|svar/iu;
const requestLabel =
  /request|input|call|soap[ -]?action|\bend[ -]?point|anfrage|eingabe|aufruf|petici|solicit|entrada|llamada|richiest|requête|demande|appel|requisi|запрос|请求|要求|リクエスト|요청|invoer|verzoek/iu;

function roleOf(
  context: RoleContext,
  draft: SampleDraft,
  state: State,
): Sample["role"] {
  if (draft.isFault) return "fault";
  if (draft.head?.status !== undefined) return "response";
  if (draft.head?.method !== undefined) return "request";
  const name = draft.body[0]?.name.local ?? "";
  if (replyName.test(name)) return "response";
  if (state.requests.has(name)) return "request";
  const label = context.labelBefore(draft.index);
  const isReply = replyLabel.test(label);
  if (isReply !== requestLabel.test(label))
    return isReply ? "response" : "request";
  if (name !== "" && namesElement(context.headingBefore(draft.index), name))
    return "request";
  return state.isAnswered ? "request" : "response";
}

/** A section that is called like the element documents an operation of its own. */
function namesElement(heading: string, name: string): boolean {
  const words = heading.split(/[^\p{L}\p{N}_]+/u).map(normalName);
  return (
    words.includes(normalName(name)) || normalName(heading) === normalName(name)
  );
}

function defaultProtocol(draft: SampleDraft): Protocol {
  if (draft.head?.method === "GET") return "http-get";
  return "soap11";
}

function finishSample(
  mapped: MappedText,
  draft: SampleDraft,
  fixed: { readonly role: Sample["role"]; readonly protocol: Protocol },
): Sample {
  const { headers, body, isEncoded, xml, span, head } = draft;
  const parameters = draft.exchange.parameters.map(
    ({ name, value, range }): SampleParameter => ({
      name,
      value,
      span: spanOf(mapped, range),
    }),
  );
  return {
    ...fixed,
    headers,
    body,
    parameters,
    isEncoded,
    xml,
    span,
    ...(head === undefined ? {} : { head }),
  };
}

function requestKeys(sample: Sample): readonly string[] {
  const keys = new Set<string>();
  const name = sample.body[0]?.name.local;
  if (name !== undefined) keys.add(name);
  const action = lastStep(sample.head?.soapAction ?? "");
  if (action !== "") keys.add(action);
  if (sample.protocol.startsWith("http")) {
    const step = lastStep((sample.head?.target ?? "").replace(/\?.*$/s, ""));
    if (step !== "") keys.add(step);
  }
  return [...keys];
}

/** The last step of a path or action: after `/`, `#` or `:`. */
export function lastStep(path: string): string {
  return /[^/#:]*$/.exec(path.slice(-300).replace(/\/+$/, ""))?.[0] ?? "";
}
