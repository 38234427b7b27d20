// Part of soapstone's runtime: do not edit, run `soapstone generate` instead.

/** What generated SDKs import, and what their users may. */
export { addressing } from "./client/addressing.js";
export type { AddressingOptions } from "./client/addressing.js";
export { bindOperations } from "./client/bind-operations.js";
export type {
  BoundOperation,
  BoundOperations,
} from "./client/bind-operations.js";
export type {
  CallOptions,
  ClientOptions,
  HeaderContext,
  HeaderProducer,
  HeaderSource,
  Hooks,
  NoHeaders,
  IncomingResponse,
  OutgoingRequest,
  PackedMessage,
  Packaging,
  UnpackedMessage,
} from "./client/client-options.js";
export { createClient } from "./client/create-client.js";
export type { Client } from "./client/create-client.js";
export { createOperation } from "./client/create-operation.js";
export type {
  Answer,
  CallArguments,
  Operation,
  Result,
} from "./client/create-operation.js";
export { timestamp, usernameToken } from "./client/security.js";
export type {
  TimestampOptions,
  UsernameTokenOptions,
} from "./client/security.js";
export { decodeDocument, encodeDocument } from "./codec/document.js";
export type { DocumentOptions } from "./codec/document.js";
export { lenient } from "./codec/tolerant.js";
export type {
  DecodeOptions,
  Leniency,
  LenientRule,
  Tolerated,
} from "./codec/leniency.js";
export type * from "./descriptor.js";
export { isSoapError, SoapError } from "./soap-error.js";
export type {
  DecodeDetail,
  EncodeDetail,
  FaultDetail,
  HttpDetail,
  SoapErrorDetail,
  TransportDetail,
} from "./soap-error.js";
export { classifyFault } from "./soap/classify-fault.js";
export type { DocumentedError } from "./soap/classify-fault.js";
export type { FaultInput } from "./soap/encode-fault.js";
export { exchangeOn } from "./soap/exchange.js";
export type { CodecOptions, Exchange } from "./soap/exchange.js";
export type {
  DeclaredFault,
  SoapFault,
  UndeclaredFault,
} from "./soap/fault-value.js";
export type { HeaderValues } from "./soap/headers.js";
export { decodeRequest, encodeRequest } from "./soap/request.js";
export type { DecodedRequest, WireRequest } from "./soap/request.js";
export {
  decodeResponse,
  encodeFault,
  encodeResponse,
} from "./soap/response.js";
export type {
  DecodedResponse,
  ReceivedResponse,
  WireResponse,
} from "./soap/response.js";
export type { SoapVersion } from "./soap/version.js";
export type * from "./value-types.js";
export { mtom } from "./packaging/mtom.js";
export type { MtomOptions } from "./packaging/mtom.js";
export type { Attachment } from "./packaging/attachments.js";
export { binaryContent } from "./packaging/binary-content.js";
export type { BinaryContent } from "./packaging/binary-content.js";
export type { SentBody } from "./packaging/join-parts.js";
export { swa } from "./packaging/swa.js";
export type { SwaOptions } from "./packaging/swa.js";
export { DEFAULT_LIMITS } from "./xml/limits.js";
export type { Limits } from "./xml/limits.js";
export type { QNameValue } from "./xsd/qname.js";
