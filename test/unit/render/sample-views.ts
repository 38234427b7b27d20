import type { BarrelView } from "../../../src/render/views/barrel-view.js";
import type { FaultsView } from "../../../src/render/views/faults-view.js";
import type { FixtureView } from "../../../src/render/views/fixture-view.js";
import type { MockView } from "../../../src/render/views/mock-view.js";
import type { OperationsView } from "../../../src/render/views/operations-view.js";
import type { SchemasView } from "../../../src/render/views/schemas-view.js";
import type { TypesView } from "../../../src/render/views/types-view.js";

const header = "// Generated: do not edit.";

const types: TypesView = {
  header,
  imports: ['import type { XmlElement } from "../runtime/index.js";'],
  declarations: [
    {
      doc: ["An order.", "", "@see orders.wsdl:12"],
      isInterface: true,
      head: "export interface Order extends Base {",
      properties: [
        { doc: ["The number."], text: "Id: number;" },
        { doc: false, text: "Note?: string;" },
      ],
    },
    {
      doc: false,
      isInterface: false,
      head: 'export type Color = "red" | "green";',
      properties: [],
    },
  ],
};

const schemas: SchemasView = {
  header,
  imports: ['import * as xsd from "../runtime/xsd.js";'],
  namespaces: ['const ns = "urn:orders";'],
  descriptors: [
    'export const Order: ComplexTypeDescriptor = { kind: "complex" };',
  ],
};

const operations: OperationsView = {
  header,
  imports: ['import { createClient } from "../runtime/index.js";'],
  namespaces: ['const ns = "urn:orders";'],
  operations: [
    {
      doc: ["Orders."],
      text: 'export const order = createOperation<Order, void, never>({\n  name: "Order",\n});',
    },
  ],
  services: [
    {
      title: "Orders",
      serviceDoc: ["The ports of Orders."],
      descriptor:
        'export const ordersService: ServiceDescriptor = { name: "Orders" };',
      portType: 'export type OrdersPort = "OrdersSoap";',
      portTypeName: "OrdersPort",
      optionsType: "OrdersClientOptions",
      needsEndpoint: true,
      createDoc: ["Settings and transport."],
      createHead:
        "export function createOrdersClient(options: OrdersClientOptions): Client {",
      createCall: "return createClient(ordersService, options);",
      operationsTable: "export const ordersOperations = { order };",
      bindDoc: ["All operations."],
      bindHead: "export function bindOrders(client: Client): BoundOperations {",
      bindCall: "return bindOperations(client, ordersOperations);",
    },
  ],
};

const faults: FaultsView = {
  header,
  imports: ['import { classifyFault } from "../runtime/index.js";'],
  faults: [
    {
      doc: ["What Order fails with."],
      text: "export type OrderFault = UndeclaredFault;",
    },
  ],
  errors: [
    {
      codeDoc: ["Codes."],
      codeType: "export type OrderErrorCode = 1 | 2;",
      tableDoc: ["The documented errors."],
      table: "export const orderErrors: readonly DocumentedError[] = [];",
      tableName: "orderErrors",
      classifierDoc: ["The documented error that a fault reports."],
      classifierHead:
        "export function orderErrorOf(fault: SoapFault): DocumentedError {",
    },
  ],
};

const fixture: FixtureView = {
  header,
  imports: ['import type { Order } from "../index.js";'],
  values: [
    {
      doc: ["What Order is called with."],
      text: "export const request: Order = { Id: 1 };",
    },
  ],
};

const mock: MockView = {
  header,
  imports: ['import { createMockFetch } from "../runtime/mock.js";'],
  services: [
    {
      doc: ["Answers from the fixtures."],
      head: "export function createOrdersMock(\n  handlers: readonly MockHandler[] = [],\n): typeof fetch {",
      constantName: "ordersService",
      handlers: [
        "    { operation: order.descriptor, respond: () => orderFixture.response },",
      ],
    },
  ],
};

const barrel: BarrelView = {
  header,
  exports: ['export * from "./types.js";'],
};

/** A view of each template, made by hand: it need not fit together, only show every member. */
export const sampleViews = {
  types,
  schemas,
  operations,
  faults,
  fixture,
  mock,
  barrel,
};
