/** The response's Content-Security-Policy nonce, for the few inline scripts of the page. */
import { createContext, useContext } from "react";

const NonceContext = createContext<string | undefined>(undefined);

export const NonceProvider = NonceContext.Provider;

/** The nonce on the server; nothing in the browser, which hides nonces. */
export function useNonce(): string | undefined {
  return useContext(NonceContext);
}
