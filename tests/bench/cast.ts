/** The people who ask every page and procedure once, and what they have at hand. */
import { BenchFault } from "./bench-fault.ts";
import { type Browser, openBrowser } from "./browser.ts";
import { mutate, query, readMailToken, signIn } from "./procedures.ts";

export type Role = keyof Cast["browsers"];

/** What inputs and addresses are made of. */
export interface Props {
  deckId: string;
  /** A result of the student. */
  resultId: string;
  /** A link of the student. */
  code: string;
  /** The address of the admin's tutor page. */
  tutorSlug: string;
  /** An open question to the guardian of a child who has just joined. */
  guardianToken: string;
  /** A sign-in mail to the seeded second student, and one to somebody new. */
  signInToken: string;
  joinToken: string;
}

export interface Cast {
  browsers: {
    guest: Browser;
    student: Browser;
    parent: Browser;
    admin: Browser;
    /** Has asked to sign in, or to join. */
    returning: Browser;
    joining: Browser;
  };
  props: Props;
}

const year = new Date().getUTCFullYear();
const deckId = "alg-linear-equations";
/** The cookie that spares the database the look at the session. */
const sessionCache = "__Host-vt_session_data";

export function birthYearAt(age: number): number {
  return year - age - 1;
}

/** Signs everybody in and prepares what they need. */
export async function assembleCast(port: number): Promise<Cast> {
  const browsers = {
    guest: openBrowser(port),
    student: openBrowser(port),
    parent: openBrowser(port),
    admin: openBrowser(port),
    returning: openBrowser(port),
    joining: openBrowser(port),
  };
  await signIn(browsers.student, "student@demo.test");
  await signIn(browsers.parent, "parent@demo.test");
  await signIn(browsers.admin, "admin@demo.test");
  const resultId = await findResult(browsers.student);
  const params = { deckId, resultId };
  const link = { loop: "buddy_challenge", destination: "fvm.deck", params };
  const { data } = await mutate(browsers.student, "smartLinks.create", link);
  const code = String(data["code"]);
  const page = { subjects: ["algebra"], published: true };
  const tutor = await mutate(browsers.admin, "tutors.keep", page);
  // The guest has come by the link.
  await browsers.guest.get(`/sl/${code}`);
  const props = {
    deckId,
    resultId,
    code,
    tutorSlug: String(tutor.data["slug"]),
    guardianToken: await askGuardian(openBrowser(port)),
    signInToken: await askForMail(browsers.returning, "student2@demo.test"),
    joinToken: await askForMail(browsers.joining, "joining@bench.test", {
      birthYear: birthYearAt(20),
      persona: "student",
    }),
  };
  return { browsers, props };
}

async function findResult(student: Browser): Promise<string> {
  const { data } = await query(student, "microDecks.myResults", {});
  const items = data["items"] as { runId: string; deckId: string }[];
  const found = items.find((item) => item.deckId === deckId);
  if (!found) throw new BenchFault("the seeded student has no result");
  return found.runId;
}

async function askForMail(browser: Browser, email: string, join?: unknown): Promise<string> {
  await mutate(browser, "people.requestSignIn", { email, ...(join ? { join } : {}) });
  return readMailToken(browser, email);
}

/** A child joins; the mail to the guardian holds the token. */
async function askGuardian(child: Browser): Promise<string> {
  const guardianEmail = "guardian@bench.test";
  const join = { birthYear: birthYearAt(10), persona: "student", guardianEmail };
  const token = await askForMail(child, "child@bench.test", join);
  await mutate(child, "people.confirmSignIn", { token });
  return readMailToken(child, guardianEmail);
}

/** The next request of a signed-in browser will have to ask the database for its session. */
export function coolSession(browser: Browser): void {
  browser.forgetCookie(sessionCache);
}
