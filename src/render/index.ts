export { renderSdk, type RenderedFile } from "./render.js";
export { TemplateFailure } from "./template-failure.js";
export type { RenderOptions } from "./render-options.js";
