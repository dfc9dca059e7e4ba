/** A mail as plain text and as simple HTML with the same words. */

export interface Words {
  subject: string;
  text: string;
  html: string;
  headers: Record<string, string>;
}

type Part = string | { link: string; label: string } | { code: string };

const automatic = { "Auto-Submitted": "auto-generated", "X-Auto-Response-Suppress": "All" };
const signature = "The Vel Tutor team";

/** Signs the letter; what it quotes cannot break the HTML. */
export function compose(subject: string, parts: readonly Part[]): Words {
  const all = [...parts, signature];
  return {
    subject,
    text: `${all.map(asText).join("\n\n")}\n`,
    html: `<!doctype html><html lang="en"><head><meta charset="utf-8"><title>${escapeHtml(subject)}</title></head><body style="font-family:sans-serif;font-size:16px;line-height:1.5;color:#1c1917;max-width:32rem;margin:0 auto;padding:1.5rem">${all.map(asHtml).join("")}</body></html>`,
    headers: automatic,
  };
}

function asText(part: Part): string {
  if (typeof part === "string") return part;
  return "code" in part ? `    ${part.code}` : part.link;
}

function asHtml(part: Part): string {
  if (typeof part === "string") return `<p>${escapeHtml(part)}</p>`;
  if ("code" in part) {
    return `<p style="font-size:1.75rem;font-weight:bold;letter-spacing:0.25em">${escapeHtml(part.code)}</p>`;
  }
  return `<p><a href="${escapeHtml(part.link)}" style="display:inline-block;padding:0.75rem 1.25rem;border-radius:0.5rem;background:#4338ca;color:#fff;text-decoration:none">${escapeHtml(part.label)}</a></p><p style="font-size:0.875rem;word-break:break-all">${escapeHtml(part.link)}</p>`;
}

function escapeHtml(text: string): string {
  const names: Record<string, string> = { "&": "amp", "<": "lt", ">": "gt", '"': "quot" };
  return text.replace(/[&<>"]/g, (char) => `&${names[char]};`);
}
