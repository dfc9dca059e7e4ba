/** Every address that is no page. */
import type { LoaderFunctionArgs } from "@remix-run/cloudflare";
import { notFound } from "#app/not-found.ts";

export function loader({ context }: LoaderFunctionArgs): never {
  throw notFound(context.requestId);
}

/** A form was sent to an address that takes none. */
export function action({ context }: LoaderFunctionArgs): never {
  throw notFound(context.requestId);
}

export default function Nothing() {
  return null;
}
