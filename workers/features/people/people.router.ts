/** The people procedures: validate, call, return. */
import * as z from "zod";
import { admin, anyone, guardian, member, signedIn } from "../../platform/policy.ts";
import { procedure, router } from "../../platform/trpc.ts";
import { listBlocked } from "./accounts.repo.ts";
import { answerGuardianRequest } from "./answer-guardian-request.ts";
import { answerShareRequest, viewShareRequest } from "./answer-share-request.ts";
import { askShareConsent } from "./ask-share-consent.ts";
import { blockAccount } from "./block-account.ts";
import { changeAlias } from "./change-alias.ts";
import { confirmSignIn } from "./confirm-sign-in.ts";
import * as schema from "./people.schemas.ts";
import { requestSignIn } from "./request-sign-in.ts";
import { setName } from "./set-name.ts";
import { setVisibility } from "./set-visibility.ts";
import { signOut } from "./sign-out.ts";
import { answerJoining, answerSharing, nameChild, viewFamily } from "./view-family.ts";
import { viewGuardianRequest } from "./view-guardian-request.ts";
import { viewAccount, viewMe } from "./view-me.ts";

const rest = (method: "GET" | "POST", path: `/${string}`, summary: string, protect = false) => ({
  openapi: { method, path, summary, tags: ["people"], protect },
});
const nothing = z.strictObject({}).optional();

export const peopleRouter = router({
  me: procedure(anyone, "profile:read")
    .meta(rest("GET", "/people/me", "Who you are"))
    .input(nothing)
    .output(schema.me)
    .query(({ ctx }) => viewMe(ctx)),

  account: procedure(signedIn, "profile:read")
    .meta(rest("GET", "/people/me/account", "Your account, with its address"))
    .input(nothing)
    .output(schema.account)
    .query(({ ctx }) => viewAccount(ctx)),

  requestSignIn: procedure(anyone)
    .meta(rest("POST", "/people/sign-in", "Mail a sign-in link and code"))
    .input(schema.signInRequest)
    .output(schema.signInRequested)
    .mutation(({ ctx, input }) => requestSignIn(ctx, input)),

  confirmSignIn: procedure(anyone)
    .meta(rest("POST", "/people/sign-in/confirm", "Sign in by the mailed link or code"))
    .input(schema.signInProof)
    .output(schema.signInConfirmed)
    .mutation(({ ctx, input: { token, code } }) =>
      confirmSignIn(ctx, token === undefined ? { code: code ?? "" } : { token }),
    ),

  signOut: procedure(anyone)
    .meta(rest("POST", "/people/sign-out", "End this browser's session"))
    .input(nothing)
    .output(z.object({ status: z.literal("signed_out") }))
    .mutation(({ ctx }) => signOut(ctx)),

  newAlias: procedure(signedIn)
    .meta(rest("POST", "/people/me/alias", "Get another alias", true))
    .input(nothing)
    .output(z.object({ alias: z.string() }))
    .mutation(({ ctx }) => changeAlias(ctx)),

  setName: procedure(member)
    .meta(rest("POST", "/people/me/name", "Say what you are called; grown-ups only", true))
    .input(schema.ownName)
    .output(z.object({ status: z.literal("kept") }))
    .mutation(({ ctx, input }) => setName(ctx, input)),

  setVisibility: procedure(signedIn)
    .meta(
      rest(
        "POST",
        "/people/me/visibility",
        "Show or hide yourself where it is counted who is here",
        true,
      ),
    )
    .input(z.strictObject({ invisible: z.boolean() }))
    .output(z.object({ status: z.literal("kept") }))
    .mutation(({ ctx, input }) => setVisibility(ctx, input)),

  askShareConsent: procedure(member)
    .meta(rest("POST", "/people/me/share-consent", "Ask your guardian whether you may share", true))
    .input(schema.shareAsk)
    .output(schema.shareAsked)
    .mutation(({ ctx, input }) => askShareConsent(ctx, input)),

  shareRequest: procedure(anyone)
    .meta(rest("GET", "/share-requests/{token}", "What a guardian is asked about sharing"))
    .input(schema.guardianInput)
    .output(schema.shareRequest)
    .query(({ ctx, input }) => viewShareRequest(ctx, input)),

  answerShareRequest: procedure(anyone)
    .meta(rest("POST", "/share-requests/{token}/answer", "A guardian's answer about sharing"))
    .input(schema.shareAnswered)
    .output(schema.guardianAnswered)
    .mutation(({ ctx, input }) => answerShareRequest(ctx, input)),

  family: procedure(guardian)
    .meta(rest("GET", "/family", "Your children, what you decided, and what waits for you", true))
    .input(nothing)
    .output(schema.family)
    .query(({ ctx }) => viewFamily(ctx)),

  answerSharing: procedure(guardian)
    .meta(rest("POST", "/family/{child}/sharing", "Allow, decline or stop a child's sharing", true))
    .input(schema.childSharing)
    .output(schema.guardianAnswered)
    .mutation(({ ctx, input }) => answerSharing(ctx, input)),

  answerJoining: procedure(guardian)
    .meta(
      rest("POST", "/family/{child}/joining", "Answer a child that waits for its account", true),
    )
    .input(schema.childJoining)
    .output(schema.guardianAnswered)
    .mutation(({ ctx, input }) => answerJoining(ctx, input)),

  nameChild: procedure(guardian)
    .meta(rest("POST", "/family/{child}/name", "Say what your child is called", true))
    .input(schema.childName)
    .output(z.object({ status: z.literal("kept") }))
    .mutation(({ ctx, input }) => nameChild(ctx, input)),

  blocked: procedure(admin, "admin:read")
    .meta(rest("GET", "/admin/blocked", "Accounts that are blocked, the latest first", true))
    .input(nothing)
    .output(z.object({ items: z.array(z.object({ alias: z.string(), blockedAt: z.number() })) }))
    .query(async ({ ctx }) => ({ items: await listBlocked(ctx.db) })),

  setBlocked: procedure(admin)
    .input(schema.block)
    .output(z.object({ status: z.literal("kept"), alias: z.string() }))
    .mutation(({ ctx, input }) => blockAccount(ctx, input)),

  guardianRequest: procedure(anyone)
    .meta(rest("GET", "/guardian-requests/{token}", "What a guardian is asked"))
    .input(schema.guardianInput)
    .output(schema.guardianRequest)
    .query(({ ctx, input }) => viewGuardianRequest(ctx, input)),

  answerGuardianRequest: procedure(anyone)
    .meta(rest("POST", "/guardian-requests/{token}/answer", "A guardian's answer"))
    .input(schema.guardianAnswer)
    .output(schema.guardianAnswered)
    .mutation(({ ctx, input }) => answerGuardianRequest(ctx, input)),
});
