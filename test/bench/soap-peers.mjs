import { spawnSync } from "node:child_process";
import { createRequire } from "node:module";
import { join } from "node:path";
import { installPackages } from "./peers.mjs";

const small = `<s:Envelope xmlns:s="http://schemas.xmlsoap.org/soap/envelope/"><s:Body><ListResponse xmlns="urn:bench:orders"/></s:Body></s:Envelope>`;

/** strong-soap over a connection that answers at once: it offers its codec through its client only. */
export async function openStrongSoap(wsdl, folder) {
  const place = installPackages(folder, ["strong-soap@6.0.1"]);
  if (place === undefined) return undefined;
  const { soap } = createRequire(join(place, "index.js"))("strong-soap");
  let answer = small;
  const httpClient = {
    request(_url, _data, callback) {
      const response = { statusCode: 200, headers: {}, body: answer };
      callback(null, response, answer);
      return { headers: {} };
    },
  };
  const client = await new Promise((resolve, reject) => {
    soap.createClient(wsdl, { httpClient }, (error, made) =>
      error ? reject(error) : resolve(made),
    );
  });
  const call = (value) =>
    new Promise((resolve, reject) => {
      client.List(value, (error, result) =>
        error ? reject(error) : resolve(result),
      );
    });
  return {
    async decode(envelope) {
      answer = envelope;
      await call({});
      answer = small;
    },
    encode: call,
  };
}

/** PHP's C extension, in one process for each message. */
export function openPhp(folder, wsdl) {
  const script = join(import.meta.dirname, "peer.php");
  return openProgram("PHP's SoapClient", ["php", script, wsdl]);
}

export function openZeep(folder, wsdl) {
  const script = join(import.meta.dirname, "peer.py");
  return openProgram("zeep", ["/usr/bin/python3", script, wsdl]);
}

/** What times a program that prints its medians as JSON; without any where it is not installed. */
function openProgram(name, [command, ...args]) {
  return (message, value) => {
    const { status, stdout } = spawnSync(command, [...args, message, value], {
      encoding: "utf8",
    });
    return status === 0 ? { name, ...JSON.parse(stdout) } : { name };
  };
}
