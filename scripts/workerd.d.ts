/** workerd ships no types: its CommonJS export is an object whose `default` is the binary's path. */
declare module "workerd" {
  const workerd: { default: string; version: string; compatibilityDate: string };
  export default workerd;
}
