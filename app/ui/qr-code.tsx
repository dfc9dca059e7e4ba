/** A text as a QR code, drawn as SVG. */
import { encode } from "uqr";
import { useWords } from "#app/words/use-words.ts";

type Code = Readonly<{ text: string; label: string; fileName?: string }>;

/** `label` says what it is of, for those who cannot scan it; `fileName` offers it as a file. */
export default function QrCode({ text, label, fileName }: Code) {
  const t = useWords("shell");
  const { data, size } = encode(text, { border: 2 });
  const path = data
    .flatMap((row, y) => row.map((dark, x) => (dark ? `M${x} ${y}h1v1h-1z` : "")))
    .join("");
  const background = `<rect width="${size}" height="${size}" fill="#ffffff"/>`;
  const file = `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ${size} ${size}" shape-rendering="crispEdges">${background}<path d="${path}" fill="#0b2723"/></svg>`;
  return (
    <div className="mt-4 flex flex-wrap items-end gap-4">
      <svg
        viewBox={`0 0 ${size} ${size}`}
        className="w-48 rounded-control"
        shapeRendering="crispEdges"
        role="img"
        aria-label={label}
      >
        <rect width={size} height={size} fill="#ffffff" />
        <path d={path} fill="#0b2723" />
      </svg>
      {fileName ? (
        <a
          href={`data:image/svg+xml,${encodeURIComponent(file)}`}
          download={fileName}
          className="inline-flex min-h-11 items-center text-link"
        >
          {t("download_svg")}
        </a>
      ) : null}
    </div>
  );
}
