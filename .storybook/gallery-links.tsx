/** The framework's links for the gallery, which has no router: they look the same and stay. */
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
