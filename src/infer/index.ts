export { inferServices, type InferOptions } from "./infer.js";
