/** A link as a QR code. */
import QrCode from "./qr-code.tsx";

export default { title: "Pictures/QR code" };

const text = "https://example.test/sl/abc";

export const Plain = () => <QrCode text={text} label="Your link" />;

export const AsAFile = () => <QrCode text={text} label="Your link" fileName="link.svg" />;
