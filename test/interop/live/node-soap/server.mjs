// The interop service on node-soap. Arguments: port, WSDL.
import { readFileSync } from "node:fs";
import { createServer } from "node:http";
import { listen } from "soap";
import {
  viewBytes,
  viewPerson,
  viewScalars,
  viewShape,
  viewText,
} from "./views.mjs";

const [, , port, wsdl] = process.argv;

const list = (value) =>
  value === undefined || value === null ? [] : [value].flat();

const XSI = "http://www.w3.org/2001/XMLSchema-instance";

/** node-soap drops members that are null, writes dates as empty elements, and forgets the prefixes of types. */
function writable(value) {
  if (value === null)
    return { attributes: { "xmlns:xsi": XSI, "xsi:nil": "true" } };
  if (value instanceof Date) return value.toISOString().replace(/\.000Z$/, "Z");
  if (Array.isArray(value)) return value.map(writable);
  if (typeof value !== "object") return value;
  const { attributes, ...members } = value;
  const copy = Object.fromEntries(
    Object.entries(members).map(([name, member]) => [
      name,
      name === "day" ? member.toISOString().slice(0, 10) : writable(member),
    ]),
  );
  const type = attributes?.["xsi:type"]?.replace(/^.*:/, "x:");
  if (type === undefined) return attributes ? { attributes, ...copy } : copy;
  const named = {
    "xmlns:xsi": XSI,
    "xmlns:x": "urn:example:interop",
    "xsi:type": type,
  };
  return { attributes: named, ...copy };
}

/** Its elements take the prefix of the fault unless they have one. */
const detail = {
  "tns:Rejected": { "tns:code": 42, "tns:what": "größe & <more>" },
};

/** Without a status it is sent with 200. */
const fault = (soap12) =>
  soap12
    ? {
        Code: { Value: "soap:Sender" },
        Reason: { Text: "rejected" },
        Detail: detail,
        statusCode: 400,
      }
    : { faultcode: "soap:Client", faultstring: "rejected", detail };

const operations = (soap12) => ({
  EchoScalars: ({ value }) => ({
    value: writable(value),
    view: viewScalars(value),
  }),
  EchoPerson: ({ value }) => ({
    value: writable(value),
    view: viewPerson(value),
  }),
  EchoShapes: (input) => {
    const shapes = list(input?.value);
    return { value: shapes.map(writable), view: shapes.map(viewShape) };
  },
  EchoTexts: (input) => {
    const texts = list(input?.value);
    return { value: texts, view: texts.map(viewText) };
  },
  EchoBytes: ({ value }) => ({ value: value ?? "", view: [viewBytes(value)] }),
  Fail: ({ how }) => {
    if (how !== "declared") throw new Error("boom");
    throw { Fault: fault(soap12) };
  },
  LogIn(input, _callback, headers) {
    const session = headers?.Session;
    if (session === undefined) return { view: ["session=absent"] };
    return {
      view: [
        `question=${input.question}`,
        `user=${session.user}`,
        `ticket=${session.ticket}`,
      ],
    };
  },
  Ping: () => ({}),
});

const server = createServer((_request, response) => response.end("404"));
server.listen(Number(port), "127.0.0.1", () => {
  const text = readFileSync(wsdl, "utf8");
  for (const [path, soap12] of [
    ["/soap11", false],
    ["/soap12", true],
  ]) {
    const bound = operations(soap12);
    const service = {
      Interop: { InteropSoap: bound, InteropSoap12: bound },
    };
    const soapServer = listen(server, {
      path,
      services: service,
      xml: text,
      forceSoap12Headers: soap12,
      handleNilAsNull: true,
    });
    soapServer.addSoapHeader((method, _arguments, request) => {
      const session = request?.Session;
      if (method !== "LogIn" || session === undefined) return undefined;
      const user = [...session.user].toReversed().join("");
      const ticket = Number(session.ticket) + 1;
      return {
        Session: {
          attributes: { xmlns: "urn:example:interop" },
          user,
          ticket,
        },
      };
    });
  }
});
