import { describe, expect, it } from "vitest";
import {
  addressing,
  createClient,
  createOperation,
  isSoapError,
  mtom,
  timestamp,
} from "../../../src/runtime/index.js";
import type {
  BodyDescriptor,
  ClientOptions,
  HeaderProducer,
  ServiceDescriptor,
} from "../../../src/runtime/index.js";
import * as features from "../../../src/runtime/features.js";
import * as xsd from "../../../src/runtime/xsd.js";
import { x509Signature } from "../../../src/x509/index.js";
import type {
  CheckedAnswers,
  X509SignatureOptions,
} from "../../../src/x509/index.js";
import { authority, identity } from "../../support/x509/identity.js";
import type { Who } from "../../support/x509/identity.js";

const service: ServiceDescriptor = {
  name: "Echo",
  defaultPort: "P11",
  ports: {
    P11: { protocol: "soap11", address: "http://echo.example/" },
    P12: { protocol: "soap12", address: "http://echo.example/" },
  },
};

const body: BodyDescriptor = {
  kind: "element",
  element: () => ({
    element: "note",
    namespace: "urn:n",
    type: {
      kind: "complex",
      namespace: "urn:n",
      members: () => [
        { element: "text", type: xsd.string },
        { element: "name", type: xsd.QName, min: 0 },
        { element: "bytes", type: xsd.base64Binary, min: 0 },
      ],
    },
  }),
};

interface Note {
  readonly text: string;
  readonly name?: { readonly namespace: string; readonly local: string };
  readonly bytes?: Uint8Array;
}

const echo = createOperation<Note, Note>({
  name: "Echo",
  uses: features.everything,
  bindings: [
    {
      ports: ["P11", "P12"],
      action: "urn:n#echo",
      request: { body },
      response: { body },
    },
  ],
});

function signer(
  who: Who,
  more: Partial<X509SignatureOptions> = {},
): HeaderProducer {
  return x509Signature({ ...identity(who), ...more });
}

const note: Note = {
  text: 'größe \r\n <&> "€𝄞"',
  name: { namespace: "urn:other", local: "x" },
};

/** The envelope that a client with these options sends. */
async function sent(options: ClientOptions, value = note): Promise<string> {
  let text = "";
  const fetch: typeof globalThis.fetch = async (_input, init) => {
    text = String(init?.body);
    return new Response("", { status: 500 });
  };
  await echo.safe(createClient(service, { ...options, fetch }), value);
  return text;
}

/** What a client that checks answers makes of this one. */
async function received(
  answer: string,
  answers: Partial<CheckedAnswers> = {},
): Promise<unknown> {
  const security = signer("client", {
    answers: { trusted: [authority()], ...answers },
  });
  const fetch = async (): Promise<Response> =>
    new Response(answer, { headers: { "Content-Type": "text/xml" } });
  const tried = await echo.safe(
    createClient(service, { security, fetch }),
    note,
  );
  return tried.ok ? tried.value : tried.error;
}

const answerOf = (
  more: readonly HeaderProducer[] = [timestamp()],
): Promise<string> => sent({ security: [...more, signer("server")] });

const refused = (reason: RegExp): object => ({
  name: "SoapError",
  kind: "decode",
  message: expect.stringMatching(reason),
  line: expect.any(Number),
});

describe("x509Signature", () => {
  it.each(["soap11", "soap12"] as const)(
    "signs body, timestamp and addressing over %s",
    async (protocol) => {
      const security = [addressing(), timestamp(), signer("server")];
      const text = await sent({ protocol, security });
      expect(text.match(/<ds:Reference /g)).toHaveLength(6);
      expect(text.match(/<(?:\w+:)?Security[ >]/g)).toHaveLength(1);
      expect(text).toMatch(/<(?:\w+:)?BinarySecurityToken[^>]*>MII/);
      expect(await received(text)).toEqual(note);
    },
  );

  it("leaves the text of the message as it is", async () => {
    const security = [timestamp({ created: () => new Date(0) })];
    const plain = await sent({ security });
    const signed = await sent({ security: [...security, signer("server")] });
    const start = plain.slice(plain.indexOf("<note"));
    expect(signed.endsWith(start)).toBe(true);
  });

  it("is there with bytes beside the message", async () => {
    const bytes = Uint8Array.from({ length: 5000 }, (_, at) => at & 255);
    let answer: Response | undefined;
    const fetch: typeof globalThis.fetch = async (input, init) => {
      const request = new Request(input, init);
      const type = request.headers.get("content-type") ?? "";
      expect(type).toMatch(/^multipart\/related/);
      const headers = { "Content-Type": type };
      answer = new Response(await request.arrayBuffer(), { headers });
      return answer;
    };
    const security = signer("client", { answers: { trusted: [authority()] } });
    const options = { fetch, security, packaging: mtom() };
    const value = { text: "", bytes };
    expect(await echo(createClient(service, options), value)).toEqual(value);
  });

  it("signs other header blocks that are asked for", async () => {
    const ticket = { name: "{urn:t}Ticket", children: ["7"] };
    const security = [
      () => [ticket],
      signer("server", { headers: [ticket.name] }),
    ];
    const text = await sent({ security });
    expect(text.match(/<ds:Reference /g)).toHaveLength(2);
    expect(await received(text)).toEqual(note);
    expect(await received(text.replace(">7<", ">8<"))).toMatchObject(
      refused(/not so/),
    );
  });

  it("does without checking where nobody asks for it", async () => {
    const fetch = async (): Promise<Response> =>
      new Response(await sent({}), { headers: { "Content-Type": "text/xml" } });
    const client = createClient(service, { fetch, security: signer("client") });
    expect(await echo(client, note)).toEqual(note);
  });

  it("takes a pair of RSA key and certificate only", () => {
    const { privateKey } = identity("client");
    const { certificate } = identity("server");
    expect(() => x509Signature({ privateKey, certificate })).toThrow(
      /not that of the key/,
    );
  });
});

describe("a client that checks answers", () => {
  it("takes a certificate that it knows itself", async () => {
    const { certificate } = identity("server");
    const trusted = [identity("stranger").certificate, certificate];
    expect(await received(await answerOf(), { trusted })).toEqual(note);
  });

  it.each([
    ["a changed body", /€/, "$", /not so/],
    ["a changed time", /(Expires>)\d+/, "$12999", /not so/],
    [
      "a changed digest",
      /<ds:DigestValue>./,
      "<ds:DigestValue>_",
      /not so|invalid/,
    ],
    [
      "a changed value",
      /<ds:SignatureValue>..../,
      "<ds:SignatureValue>AAAA",
      /invalid signature/,
    ],
    [
      "another algorithm",
      "rsa-sha256",
      "rsa-sha1",
      /algorithm is not accepted|rsa-sha1/,
    ],
    ["no identifier of the body", /(<soap:Body)[^>]*/, "$1", /not so/],
    [
      "a message without signature",
      /<ds:Signature.*<\/ds:Signature>/s,
      "",
      /not signed/,
    ],
    [
      "a certificate that is none",
      /(BinarySecurityToken[^>]*>)MII/,
      "$1AAA",
      /cannot be read/,
    ],
  ] as const)("refuses %s", async (_name, from, to, reason) => {
    const answer = await answerOf();
    const changed = answer.replace(from, to);
    expect(changed).not.toBe(answer);
    expect(await received(changed)).toMatchObject(refused(reason));
  });

  it("refuses another namespace of a name in a value", async () => {
    const changed = (await answerOf()).replace("urn:other", "urn:evil");
    expect(changed).toContain("urn:evil");
    expect(await received(changed)).toMatchObject(refused(/not so/));
  });

  it("refuses a stranger", async () => {
    const answer = await sent({ security: signer("stranger") });
    expect(await received(answer)).toMatchObject(
      refused(/not trusted, or not valid now: CN=Example stranger/),
    );
  });

  it("refuses a certificate that is not valid any more", async () => {
    const now = (): Date => new Date("2200-01-01T00:00:00Z");
    expect(await received(await answerOf(), { now })).toMatchObject(
      refused(/not valid now/),
    );
  });

  it("refuses what has expired, and what is from the future", async () => {
    const at = (time: number) => timestamp({ created: () => new Date(time) });
    const old = await answerOf([at(Date.now() - 3_600_000)]);
    expect(await received(old)).toMatchObject(refused(/has expired/));
    expect(await received(old, { clockSkew: 7200 })).toEqual(note);
    const future = await answerOf([at(Date.now() + 3_600_000)]);
    expect(await received(future)).toMatchObject(refused(/from the future/));
  });

  it("refuses a timestamp that nobody signed", async () => {
    const answer = await sent({ security: signer("server") });
    const stamped = answer.replace(
      /<(?:\w+:)?BinarySecurityToken/,
      '<u:Timestamp xmlns:u="http://docs.oasis-open.org/wss/2004/01/oasis-200401-wss-wssecurity-utility-1.0.xsd"/>$&',
    );
    expect(await received(stamped)).toMatchObject(
      refused(/not about the <Timestamp>/),
    );
  });

  it("refuses a signature that was moved away from what it is about", async () => {
    const answer = await answerOf();
    const [signed = ""] = /<soap:Body.*<\/soap:Body>/s.exec(answer) ?? [];
    const forged =
      "<soap:Body><note xmlns='urn:n'><text>pay me</text></note></soap:Body>";
    // The body that was signed stays in the message, where nobody reads it.
    for (const wrapped of [
      answer.replace(signed, `${forged}<x>${signed}</x>`),
      answer
        .replace(signed, forged)
        .replace("<soap:Header>", `<soap:Header><x>${signed}</x>`),
      answer.replace(signed, forged + signed),
      answer.replace(signed, signed + forged),
    ]) {
      expect(wrapped).toContain("pay me");
      expect(await received(wrapped)).toMatchObject(
        refused(/not about|not one body|not so|multiple elements/),
      );
    }
  });

  it("refuses the same identifier twice", async () => {
    const answer = await answerOf();
    const [, id = ""] = /<soap:Body[^>]*Id="([^"]*)"/.exec(answer) ?? [];
    const twice = answer.replace(
      "<soap:Header>",
      `<soap:Header><x Id="${id}"/>`,
    );
    expect(await received(twice)).toMatchObject(refused(/multiple elements/));
  });

  const fault =
    '<s:Envelope xmlns:s="http://schemas.xmlsoap.org/soap/envelope/"><s:Body><s:Fault><faultcode>s:Client</faultcode><faultstring>no</faultstring></s:Fault></s:Body></s:Envelope>';

  it("takes faults without signature only if told so", async () => {
    expect(await received(fault)).toMatchObject(refused(/fault is not signed/));
    expect(await received(fault, { unsignedFaults: true })).toMatchObject({
      kind: "fault",
      fault: { reason: "no" },
    });
  });

  it("reports what is no message as that", async () => {
    const page = "<!DOCTYPE html><html><body>down</body></html>";
    expect(await received(page)).toMatchObject({ kind: "http" });
    const cut = (await answerOf()).slice(0, -100);
    const error = await received(cut);
    expect(isSoapError(error) && error.kind).toBe("decode");
  });

  it("takes sha1 only where it is chosen", async () => {
    const old = await sent({ security: signer("server", { hash: "sha1" }) });
    expect(await received(old)).toMatchObject(refused(/not accepted/));
    const answers = { trusted: [authority()] };
    const security = signer("client", { hash: "sha1", answers });
    const fetch = async (): Promise<Response> =>
      new Response(old, { headers: { "Content-Type": "text/xml" } });
    expect(
      await echo(createClient(service, { security, fetch }), note),
    ).toEqual(note);
  });
});
