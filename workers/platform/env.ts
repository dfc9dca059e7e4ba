/** The settings and bindings of the Worker, checked once per isolate; a missing key names itself. */
import * as z from "zod";
import { AppError } from "./app-error.ts";
import { defaultRetentionDays, eventSettingFaults } from "./event-settings.ts";
import { realtimeSettings } from "./realtime-settings.ts";

const secret = z.string().min(32, "must have at least 32 characters");
const binding = <T>(method: string) =>
  z.custom<T>(
    (value) => typeof (value as Record<string, unknown> | null)?.[method] === "function",
    "binding is missing",
  );

/** `id:secret` pairs, newest first: the first signs, all verify. */
const keyRing = z
  .string()
  .transform((text) => text.split(",").map((pair) => pair.trim().split(":", 2)))
  .pipe(
    z
      .array(z.tuple([z.string().regex(/^[a-z0-9]{1,8}$/), secret]))
      .min(1)
      .transform((pairs) => pairs.map(([id, value]) => ({ id, secret: value }))),
  );

const settings = z.object({
  APP_ENV: z.enum(["local", "preview", "production"]),
  APP_URL: z.url().transform((url) => url.replace(/\/$/, "")),
  APP_VERSION: z.string().default("dev"),
  DATABASE_URL: z.string().regex(/^postgres(ql)?:\/\//, "must begin with postgres://"),
  DATABASE_PROXY_URL: z.url().optional(),
  AUTH_SECRET: secret,
  COOKIE_SECRET: secret,
  TICKET_SECRET: secret,
  LINK_CODE_SECRET: secret,
  LINK_SIGNING_KEYS: keyRing,
  MAIL_API_URL: z.url().optional(),
  MAIL_API_TOKEN: z.string().min(1).optional(),
  MAIL_FROM: z.string().min(3).default("Vel Tutor <hello@vel-tutor.example>"),
  ADMIN_SECOND_FACTOR: z.enum(["required", "optional"]).optional(),
  /** What Prometheus shows at `/metrics`; without it that is not there. */
  METRICS_TOKEN: secret.optional(),
  /** Events are dropped, month by month, when they are older. */
  EVENT_RETENTION_DAYS: z.string().default(String(defaultRetentionDays)),
  /** Copies events to Tinybird too; without it nothing is copied. */
  TINYBIRD_TOKEN: z.string().optional(),
  TINYBIRD_URL: z.string().optional(),
  /** JSON of the realtime numbers that differ from the standard ones. */
  REALTIME_SETTINGS: realtimeSettings,
  HOT_KV: binding<KVNamespace>("get"),
  TELEMETRY: binding<Queue>("send"),
  LEADERBOARD_ROOM: binding<DurableObjectNamespace>("idFromName"),
  COHORT_ROOM: binding<DurableObjectNamespace>("idFromName"),
  PRESENCE_ROOT: binding<DurableObjectNamespace>("idFromName"),
  PRESENCE_LEAF: binding<DurableObjectNamespace>("idFromName"),
  USER_INBOX: binding<DurableObjectNamespace>("idFromName"),
  RATE_LIMITER: binding<DurableObjectNamespace>("idFromName"),
  ASSETS: binding<Fetcher>("fetch").optional(),
  /** Rendered share cards; without it every isolate renders for itself. */
  CARDS: binding<R2Bucket>("put").optional(),
});

const checked = settings.superRefine((env, context) => {
  for (const { name, must } of eventSettingFaults(env)) {
    context.addIssue({ code: "custom", path: [name], message: must });
  }
});

/** Where nothing is said, only a developer's own machine lets admins do without. */
const schema = checked.transform((env) => ({
  ...env,
  EVENT_RETENTION_DAYS: Number(env.EVENT_RETENTION_DAYS),
  TINYBIRD_URL: env.TINYBIRD_URL?.replace(/\/$/, ""),
  ADMIN_SECOND_FACTOR:
    env.ADMIN_SECOND_FACTOR ?? (env.APP_ENV === "local" ? "optional" : "required"),
}));

export type AppEnv = z.infer<typeof schema>;
export type KeyRing = AppEnv["LINK_SIGNING_KEYS"];

const parsed = new WeakMap<object, AppEnv>();

/** The checked settings. Throws AppError UNAVAILABLE whose cause names every missing or wrong key. */
export function parseEnv(env: object): AppEnv {
  const known = parsed.get(env);
  if (known) return known;
  const result = schema.safeParse(env);
  if (!result.success) {
    const wrong = result.error.issues.map((issue) => `${issue.path.join(".")}: ${issue.message}`);
    throw new AppError("UNAVAILABLE", { cause: new Error(`settings: ${wrong.join("; ")}`) });
  }
  parsed.set(env, result.data);
  return result.data;
}
