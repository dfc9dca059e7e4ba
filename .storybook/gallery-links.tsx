/** What parts know of the framework, for the gallery, which has no router: links look the same and stay. */
import type { ComponentProps } from "react";

interface GalleryLinkProps extends ComponentProps<"a"> {
  to: string;
}

export function Link({ to, children, ...rest }: GalleryLinkProps) {
  return (
    <a href={`#${to}`} onClick={(event) => event.preventDefault()} {...rest}>
      {children}
    </a>
  );
}

/** There is no route to bring words: the gallery's ground has them all. */
export function useRouteLoaderData(): undefined {
  return undefined;
}
