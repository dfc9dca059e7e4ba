/** A link as a QR code, drawn in the browser. */
import { encode } from "uqr";

export default function QrCode({ text }: { text: string }) {
  const { data, size } = encode(text, { border: 2 });
  const path = data
    .flatMap((row, y) => row.map((dark, x) => (dark ? `M${x} ${y}h1v1h-1z` : "")))
    .join("");
  return (
    <svg
      viewBox={`0 0 ${size} ${size}`}
      className="mt-4 w-48 rounded-control"
      shapeRendering="crispEdges"
      role="img"
      aria-label="QR code of your link"
    >
      <rect width={size} height={size} fill="#ffffff" />
      <path d={path} fill="#0b2723" />
    </svg>
  );
}
