/** A small card above the page's edge that asks one thing and can be put away. */
import { Button } from "#app/ui/button.tsx";

interface OfferProps {
  title: string;
  text: string;
  /** The button that says yes; absent where only words help. */
  yes?: { label: string; onTap(): void };
  no: { label: string; onTap(): void };
}

export function Offer({ title, text, yes, no }: OfferProps) {
  return (
    <section
      data-offer
      aria-label={title}
      className="pointer-events-auto w-full max-w-lg animate-rise rounded-block border border-line-strong bg-card p-4 shadow-lg sm:p-5"
    >
      <p className="font-display font-extrabold text-lg">{title}</p>
      <p className="mt-1 text-soft">{text}</p>
      <div className="mt-3 flex flex-wrap gap-2">
        {yes ? (
          <Button tone="sun" onClick={yes.onTap}>
            {yes.label}
          </Button>
        ) : null}
        <Button tone="quiet" onClick={no.onTap}>
          {no.label}
        </Button>
      </div>
    </section>
  );
}
