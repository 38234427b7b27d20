import { expect, test } from "vitest";
import { createClient } from "../../../../src/runtime/index.js";
import type { ClientOptions } from "../../../../src/runtime/index.js";
import { failure, withMock } from "./client-fixture.js";
import { getOrders, OrdersService } from "./orders.js";

const never = (): Promise<never> => new Promise(() => undefined);
const input = { Customer: 1 };

/** Functions of the user that hang, each in its place. */
const hanging: readonly (readonly [string, ClientOptions])[] = [
  ["fetch, deaf to its signal", { fetch: never }],
  ["headers", { headers: never }],
  ["security", { security: never }],
  ["onRequest", { hooks: { onRequest: never } }],
  ["onResponse", { hooks: { onResponse: never } }],
];

test.each(hanging)(
  "a call ends in time though %s hangs",
  async (_, options) => {
    const { client } = withMock(() => ({}), options);
    expect(
      await failure(getOrders(client, input, { timeout: 20 })),
    ).toMatchObject({ kind: "timeout", message: "no answer within 20 ms" });
  },
);

test.each(hanging)(
  "a call can be aborted though %s hangs",
  async (_, options) => {
    const { client } = withMock(() => ({}), options);
    const controller = new AbortController();
    const call = failure(
      getOrders(client, input, { signal: controller.signal }),
    );
    controller.abort("enough");
    expect(await call).toMatchObject({ kind: "aborted", cause: "enough" });
  },
);

test.each([Infinity, 2 ** 31, 1e12])(
  "a timeout of %d ms is not one of a moment, as timers have it",
  async (timeout) => {
    const { client } = withMock(async () => {
      await new Promise((resolve) => setTimeout(resolve, 20));
      return {};
    });
    expect(await getOrders(client, input, { timeout })).toEqual({});
  },
);

test("an abort ends the pause before another try", async () => {
  const controller = new AbortController();
  const client = createClient(OrdersService, {
    fetch: () => {
      setTimeout(() => controller.abort(), 10);
      return Promise.reject(new TypeError("down"));
    },
    retries: 50,
  });
  const { signal } = controller;
  expect((await failure(getOrders(client, input, { signal }))).kind).toBe(
    "aborted",
  );
});

test("what a hook throws about an answer sends no second request", async () => {
  const { client, sent } = withMock(() => ({}), {
    retries: 3,
    hooks: {
      onResponse: () => {
        throw new Error("the log is full");
      },
    },
  });
  expect((await failure(getOrders(client, input))).message).toBe(
    "the log is full",
  );
  expect(sent).toHaveLength(1);
});
