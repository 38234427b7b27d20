export { renderSdk, type RenderedFile } from "./render.js";
export type { RenderOptions } from "./render-options.js";
