/** A service of ours in all four protocols, for tests. */
import * as features from "../../../../src/runtime/features.js";
import { createOperation } from "../../../../src/runtime/index.js";
import type {
  ComplexTypeDescriptor,
  DeclaredFault,
  ElementDescriptor,
  OperationDescriptor,
  ServiceDescriptor,
  UndeclaredFault,
} from "../../../../src/runtime/index.js";
import * as xsd from "../../../../src/runtime/xsd.js";

export const ns = "http://orders.example/";

export const OrdersService: ServiceDescriptor = {
  name: "Orders",
  defaultPort: "OrdersSoap",
  ports: {
    OrdersSoap: { protocol: "soap11", address: "http://orders.example/o.asmx" },
    OrdersSoap12: { protocol: "soap12" },
    OrdersGet: {
      protocol: "http-get",
      address: "http://orders.example/o.asmx",
    },
    OrdersPost: {
      protocol: "http-post",
      address: "http://orders.example/o.asmx?v=1",
    },
    OrdersRpc: { protocol: "soap11", address: "http://orders.example/rpc" },
  },
};

const order: ComplexTypeDescriptor = {
  kind: "complex",
  name: "Order",
  namespace: ns,
  members: () => [
    { element: "Id", type: xsd.long },
    { element: "Note", type: xsd.string, min: 0 },
  ],
};

const requestElement: ElementDescriptor = {
  element: "GetOrders",
  namespace: ns,
  type: {
    kind: "complex",
    namespace: ns,
    members: () => [
      { element: "Customer", type: xsd.int },
      { element: "Tag", type: xsd.string, min: 0, max: Infinity },
    ],
  },
};

const list: ComplexTypeDescriptor = {
  kind: "complex",
  namespace: ns,
  members: () => [{ element: "Order", type: order, min: 0, max: Infinity }],
};

const responseElement: ElementDescriptor = {
  element: "GetOrdersResponse",
  namespace: ns,
  type: {
    kind: "complex",
    namespace: ns,
    members: () => [{ element: "GetOrdersResult", type: list, min: 0 }],
  },
};

const faultType: ComplexTypeDescriptor = {
  kind: "complex",
  namespace: ns,
  members: () => [{ element: "Limit", type: xsd.int }],
};

const parameters = () => [
  { element: "Customer", property: "Customer", type: xsd.int },
  { element: "Tag", property: "Tag", type: xsd.string, min: 0, max: Infinity },
];

const session: ElementDescriptor = {
  element: "Session",
  namespace: ns,
  type: xsd.string,
};

const bareResponse = {
  body: {
    kind: "xml",
    property: "GetOrdersResult",
    root: () => ({ element: "ArrayOfOrder", namespace: ns, type: list }),
  },
} as const;

const descriptor: OperationDescriptor = {
  name: "GetOrders",
  uses: features.everything,
  bindings: [
    {
      ports: ["OrdersSoap", "OrdersSoap12"],
      action: `${ns}GetOrders`,
      request: {
        headers: () => [{ ...session, property: "Session" }],
        body: { kind: "element", element: () => requestElement },
      },
      response: {
        headers: () => [{ ...session, property: "Session" }],
        body: { kind: "element", element: () => responseElement },
      },
      faults: () => [
        { name: "TooMany", element: "TooMany", namespace: ns, type: faultType },
      ],
    },
    {
      ports: ["OrdersGet"],
      request: {
        body: {
          kind: "parameters",
          location: "/GetOrders",
          placement: "query",
          parts: parameters,
        },
      },
      response: bareResponse,
    },
    {
      ports: ["OrdersPost"],
      request: {
        body: {
          kind: "parameters",
          location: "/GetOrders",
          placement: "form",
          parts: parameters,
        },
      },
      response: bareResponse,
    },
    {
      ports: ["OrdersRpc"],
      action: "",
      request: {
        body: {
          kind: "rpc",
          wrapper: "GetOrders",
          namespace: ns,
          parts: parameters,
        },
      },
      response: {
        body: {
          kind: "rpc",
          wrapper: "GetOrdersResponse",
          namespace: ns,
          parts: () => [
            {
              element: "GetOrdersResult",
              property: "GetOrdersResult",
              type: list,
            },
          ],
        },
      },
    },
  ],
};

export interface GetOrders {
  readonly Customer: number;
  readonly Tag?: readonly string[];
}

export interface GetOrdersResponse {
  readonly GetOrdersResult?: {
    readonly Order?: readonly { readonly Id: bigint; readonly Note?: string }[];
  };
}

export type GetOrdersFault =
  DeclaredFault<"TooMany", { readonly Limit: number }> | UndeclaredFault;

export const getOrders = createOperation<
  GetOrders,
  GetOrdersResponse,
  GetOrdersFault,
  { readonly Session?: string },
  { readonly Session?: string }
>(descriptor);

/** One-way, and without input. */
export const ping = createOperation<void, void>({
  name: "Ping",
  bindings: [
    {
      ports: ["OrdersSoap"],
      action: `${ns}Ping`,
      request: { body: { kind: "empty" } },
    },
  ],
});
