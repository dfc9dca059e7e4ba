/** The bottom of a page: what this house promises. */

export function SiteFooter() {
  return (
    <footer className="mt-auto border-line border-t">
      <div className="column flex flex-col gap-1 py-8 text-[0.9375rem] text-soft sm:flex-row sm:justify-between">
        <p className="font-bold text-ink">Vel Tutor</p>
        <p>Nicknames only. No ads. Nobody is asked for more than we need.</p>
      </div>
    </footer>
  );
}
