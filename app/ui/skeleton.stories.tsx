/** What stands while something is on its way. */
import { Skeleton, SkeletonCard, SkeletonRows } from "./skeleton.tsx";

export default { title: "Waiting/Skeleton" };

export const Line = () => <Skeleton />;

export const Rows = () => <SkeletonRows words="Loading the results" />;

export const Card = () => <SkeletonCard words="Loading the family" />;
