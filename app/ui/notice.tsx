/** A message in the page: news, success, or something to see to. */
import { cva, type VariantProps } from "class-variance-authority";
import { CircleAlert, CircleCheck, Info } from "lucide-react";
import type { ReactNode } from "react";

const look = cva("flex items-start gap-3 rounded-block px-4 py-3.5", {
  variants: {
    tone: { news: "bg-river-soft", good: "bg-leaf-soft", care: "bg-clay-soft" },
  },
  defaultVariants: { tone: "news" },
});

const icons = { news: Info, good: CircleCheck, care: CircleAlert };
const inks = { news: "text-river", good: "text-leaf", care: "text-clay" };

interface NoticeProps extends VariantProps<typeof look> {
  title?: ReactNode;
  children?: ReactNode;
  className?: string;
  /** Read out at once: for what follows a person's action. */
  live?: boolean;
}

export function Notice({ tone, title, children, className, live = false }: NoticeProps) {
  const Icon = icons[tone ?? "news"];
  return (
    <div role={live ? "status" : undefined} className={look({ tone, className })}>
      <Icon aria-hidden="true" className={`mt-0.5 size-5.5 shrink-0 ${inks[tone ?? "news"]}`} />
      <div className="min-w-0">
        {title ? <p className="font-bold">{title}</p> : null}
        {children}
      </div>
    </div>
  );
}
