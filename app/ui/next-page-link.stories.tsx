/** The way to older things; nothing at the end. */
import { NextPageLink } from "./next-page-link.tsx";

export default { title: "Page/Next page link" };

export const More = () => <NextPageLink cursor="c" words="Older links" />;

export const End = () => <NextPageLink cursor={null} words="Older links" />;
