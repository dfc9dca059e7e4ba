/** Stands in for `co-body`, which trpc-to-openapi imports for Node's http but never calls in fetch. */

const refuse = (): Promise<never> => Promise.reject(new Error("co-body is not bundled"));

export const json = refuse;
export const form = refuse;
export default { json, form };
