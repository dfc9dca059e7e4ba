/** A link as a QR code, drawn in the browser. */
import { encode } from "uqr";

export default function QrCode({ text }: { text: string }) {
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
        aria-label="QR code of your link"
      >
        <rect width={size} height={size} fill="#ffffff" />
        <path d={path} fill="#0b2723" />
      </svg>
      <a
        href={`data:image/svg+xml,${encodeURIComponent(file)}`}
        download="vel-tutor-link.svg"
        className="inline-flex min-h-11 items-center text-link"
      >
        Download it (SVG)
      </a>
    </div>
  );
}
