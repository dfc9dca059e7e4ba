/** An object that hooks make later, or anew, to be named once for a whole file of tests. */

/** Every property is that of the object `read` answers at that moment. */
export function latest<T extends object>(read: () => T): T {
  return new Proxy({} as T, { get: (_, name) => Reflect.get(read(), name) });
}
