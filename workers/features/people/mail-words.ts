/** The mails of this feature. */
import { compose, type Words } from "../../platform/letter.ts";

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

const added = {
  passkey: {
    subject: "A passkey was added to your Vel Tutor account",
    what: "A passkey was just added to your account. It signs in without a mail.",
  },
  token: {
    subject: "An access token was made for your Vel Tutor account",
    what: "An access token was just made for your account. A program can use it in your name.",
  },
};
export type AddedAccess = keyof typeof added;

/** Tells a person of new lasting access to the account. Holds no secret. */
export function accessAddedWords(input: { access: AddedAccess; link: string }): Words {
  const { subject, what } = added[input.access];
  return compose(subject, [
    "Hello!",
    what,
    "Was it you? Then all is well. If not, please remove it here, and sign out everywhere else:",
    { link: input.link, label: "Look at my account" },
  ]);
}
