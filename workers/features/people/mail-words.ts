/** The mails of this feature, as plain text and as simple HTML with the same words. */

export interface Words {
  subject: string;
  text: string;
  html: string;
  headers: Record<string, string>;
}

type Part = string | { link: string; label: string } | { code: string };

const automatic = { "Auto-Submitted": "auto-generated", "X-Auto-Response-Suppress": "All" };
const signature = "The Vel Tutor team";

/** The mail with which a person signs in, or finishes joining. */
export function signInWords(input: { link: string; code: string; joining: boolean }): Words {
  const { link, code, joining } = input;
  return compose(joining ? "Finish joining Vel Tutor" : "Sign in to Vel Tutor", [
    "Hello!",
    joining
      ? "You are nearly there. Open this page and press the button to finish joining:"
      : "Open this page and press the button to sign in:",
    { link, label: joining ? "Finish joining" : "Sign in" },
    "Or type this code in the browser where you asked for it:",
    { code },
    "Both work once, for 15 minutes.",
    "You did not ask for this? Then you can throw this mail away. Nothing will happen.",
  ]);
}

/** For an address without an account, asked for on the sign-in page. */
export function noAccountWords(input: { link: string }): Words {
  return compose("Sign in to Vel Tutor", [
    "Hello!",
    "Somebody, maybe you, asked to sign in to Vel Tutor with this address. There is no account for it yet.",
    "Would you like one? It takes a minute:",
    { link: input.link, label: "Join Vel Tutor" },
    "You did not ask for this? Then you can throw this mail away. Nothing will happen.",
  ]);
}

/** Asks a guardian to agree to a child's account. The child is named by its alias only. */
export function guardianWords(input: { link: string; childAlias: string }): Words {
  return compose("A child asks for your permission to use Vel Tutor", [
    "Hello!",
    `A child gave us your address as its parent or guardian. On Vel Tutor the child is called ${input.childAlias}.`,
    "Vel Tutor is a place to practise for school. We keep the child's e-mail address, year of birth and practice results. Other people see the made-up name only, and the child cannot write to anybody.",
    "Because the child may be under 13, we need your permission before the account can be used. Please look here and say yes or no:",
    { link: input.link, label: "Answer the request" },
    "The link works for 14 days. Without your yes, the account stays closed.",
    "You do not know this child? Then please say no on that page, or throw this mail away.",
  ]);
}

/** Asks a guardian whether a minor may share links outside. */
export function shareWords(input: { link: string; childAlias: string }): Words {
  return compose("May your child challenge friends by link?", [
    "Hello!",
    `${input.childAlias}, as your child is called on Vel Tutor, would like to send links to friends outside: five questions, and a score to beat.`,
    "Such a link shows the made-up name and a score, nothing else. Without your yes, no link leaves Vel Tutor.",
    "Please look here and say yes or no. On the same page you can take a yes back whenever you like:",
    { link: input.link, label: "Answer the request" },
    "The request is open for 14 days.",
    "You do not know this child? Then please say no on that page, or throw this mail away.",
  ]);
}

function compose(subject: string, parts: readonly Part[]): Words {
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
