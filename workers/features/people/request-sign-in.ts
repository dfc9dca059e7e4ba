/** Asks for a sign-in mail; remembers who asked until the mail comes back, maybe in another browser. */
import type { Persona } from "#shared/vocabulary.ts";
import { AppError } from "../../platform/app-error.ts";
import { callerOf } from "../../platform/client-network.ts";
import { type RequestCtx, requirePerson } from "../../platform/context.ts";
import { hmac, toBase64Url } from "../../platform/hmac.ts";
import type { Words } from "../../platform/letter.ts";
import { mailerOf } from "../../platform/mailer.ts";
import { ageBand, isPossibleBirthYear } from "./age.ts";
import { noAccountWords, signInWords } from "./mail-words.ts";
import { rememberPendingJoin } from "./pending-join-cookie.ts";
import { type PendingJoinRow, storePendingJoin } from "./pending-joins.repo.ts";
import { newSignInSecrets, type SignInSecrets, signInLifeMs } from "./sign-in-code.ts";

export interface SignInRequest {
  /** Lowercase. */
  email: string;
  join?: JoinAnswers | undefined;
  returnTo?: string | undefined;
}

export interface JoinAnswers {
  birthYear: number;
  persona: Persona;
  guardianEmail?: string | undefined;
}

const dayMs = 24 * 3600_000;

export type SignInRequested = { status: "mailed" } | { status: "guardian_needed" };

/**
 * Mails a link and a code. The answer is the same whether the address has an account or not.
 * Throws BAD_INPUT for answers that cannot be, RATE_LIMITED (5 mails an address in 15 minutes, 20
 * a visitor and 100 a network address in an hour), UNAVAILABLE when the mail cannot be sent.
 */
export async function requestSignIn(
  ctx: RequestCtx,
  request: SignInRequest,
): Promise<SignInRequested> {
  const join = request.join && checkAnswers(request.join, request.email, ctx.clock.now());
  if (join === "guardian_needed") return { status: "guardian_needed" };
  const joinId = ctx.ids.next("join");
  const secrets = await newSignInSecrets(joinId, ctx.config.AUTH_SECRET);
  const stored = await storePendingJoin(ctx.db, {
    ...pendingJoin(ctx, request, join ?? null),
    id: joinId,
    tokenHash: secrets.tokenHash,
    codeHash: secrets.codeHash,
    network: networkKey(ctx),
  });
  if (stored.status === "limited") {
    throw new AppError("RATE_LIMITED", {
      message: "We have sent you several mails already. Please wait a little and look again.",
      retryAfterS: stored.retryAfterS,
    });
  }
  // Who is blocked is answered like everybody else, and mailed nothing.
  if (!stored.blocked) {
    const words = chooseWords(ctx.config.APP_URL, secrets, stored.known, join !== undefined);
    await mailerOf(ctx).send({ to: request.email, ...words, idempotencyKey: joinId });
  }
  rememberPendingJoin(ctx, joinId);
  return { status: "mailed" };
}

/** The answers that matter for this age; throws BAD_INPUT with words that a person understands. */
function checkAnswers(
  join: JoinAnswers,
  email: string,
  now: number,
): JoinAnswers | "guardian_needed" {
  if (!isPossibleBirthYear(join.birthYear, now)) {
    throw new AppError("BAD_INPUT", { message: "Please check the year of birth." });
  }
  const band = ageBand(join.birthYear, now);
  if (join.persona !== "student" && band !== "adult") {
    const message = "Parents and tutors need to be 18 or older. You can join as a student.";
    throw new AppError("BAD_INPUT", { message });
  }
  if (band !== "child") return { birthYear: join.birthYear, persona: join.persona };
  if (!join.guardianEmail) return "guardian_needed";
  if (join.guardianEmail === email) {
    const message = "Please give the e-mail address of your parent or guardian, not your own.";
    throw new AppError("BAD_INPUT", { message });
  }
  return join;
}

/** Who asks, by network, for the limit alone: keyed, and another key each day. Null if unknown. */
function networkKey(ctx: RequestCtx): string | null {
  const address = ctx.request.headers.get("cf-connecting-ip");
  if (!address) return null;
  const day = Math.floor(ctx.clock.now() / dayMs);
  const mac = hmac(ctx.config.COOKIE_SECRET, `sign-in-network.v1.${day}.${callerOf(address)}`);
  return toBase64Url(mac.subarray(0, 16));
}

function pendingJoin(
  ctx: RequestCtx,
  request: SignInRequest,
  join: JoinAnswers | null,
): Omit<PendingJoinRow, "id" | "tokenHash" | "codeHash" | "network"> {
  const now = ctx.clock.now();
  return {
    email: request.email,
    visitorId: requirePerson(ctx).visitorId,
    linkId: ctx.attribution?.linkId ?? null,
    loop: ctx.attribution?.loop ?? null,
    persona: join?.persona ?? null,
    birthYear: join?.birthYear ?? null,
    guardianEmail: join?.guardianEmail ?? null,
    returnTo: request.returnTo ?? null,
    createdAt: new Date(now),
    expiresAt: new Date(now + signInLifeMs),
  };
}

function chooseWords(
  appUrl: string,
  secrets: SignInSecrets,
  known: boolean,
  joining: boolean,
): Words {
  if (!known && !joining) return noAccountWords({ link: `${appUrl}/join` });
  const link = `${appUrl}/sign-in/confirm?token=${secrets.token}`;
  return signInWords({ link, code: secrets.code, joining: !known });
}
