/** What workerd makes of modules that are no script: wrangler.toml's rules. */
declare module "*.wasm" {
  const module: WebAssembly.Module;
  export default module;
}
declare module "@fontsource/inter/files/inter-latin-500-normal.woff" {
  const bytes: ArrayBuffer;
  export default bytes;
}
declare module "@fontsource/inter/files/inter-latin-800-normal.woff" {
  const bytes: ArrayBuffer;
  export default bytes;
}
