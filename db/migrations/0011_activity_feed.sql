CREATE TABLE "activity_events" (
	"id" uuid PRIMARY KEY NOT NULL,
	"type" text NOT NULL,
	"actor_id" uuid NOT NULL,
	"subject" text,
	"visibility" text NOT NULL,
	"props" jsonb NOT NULL,
	"reaction_version" integer DEFAULT 0 NOT NULL,
	"created_at" timestamp (3) with time zone NOT NULL
);
--> statement-breakpoint
CREATE TABLE "activity_places" (
	"cohort_id" uuid NOT NULL,
	"activity_id" uuid NOT NULL,
	"created_at" timestamp (3) with time zone NOT NULL,
	CONSTRAINT "activity_places_activity_id_cohort_id_pk" PRIMARY KEY("activity_id","cohort_id")
);
--> statement-breakpoint
CREATE TABLE "activity_reactions" (
	"activity_id" uuid NOT NULL,
	"person_id" uuid NOT NULL,
	"kind" text,
	"changed_at" timestamp (3) with time zone NOT NULL,
	CONSTRAINT "activity_reactions_activity_id_person_id_pk" PRIMARY KEY("activity_id","person_id")
);
--> statement-breakpoint
-- One feed: what stood in each cohort by itself becomes one row for each event, shown where it was
-- shown before and nowhere else.
INSERT INTO "activity_events" ("id", "type", "actor_id", "subject", "visibility", "props", "created_at")
SELECT DISTINCT ON (f."source_event_id") f."source_event_id", f."type", f."actor_id",
	CASE WHEN f."type" IN ('quiz_completed', 'high_score', 'challenge_won', 'leaderboard_rank') THEN c."subject" END,
	'cohort', f."props", f."created_at"
FROM "feed_items" f JOIN "cohorts" c ON c."id" = f."cohort_id"
ORDER BY f."source_event_id", f."cohort_id";--> statement-breakpoint
INSERT INTO "activity_places" ("cohort_id", "activity_id", "created_at")
SELECT f."cohort_id", f."source_event_id", f."created_at" FROM "feed_items" f;--> statement-breakpoint
UPDATE "event_deliveries" d SET "feature" = 'activity' FROM "events" e
WHERE d."feature" = 'cohorts' AND d."delivered_at" IS NULL
	AND e."day" = d."event_day" AND e."id" = d."event_id"
	AND e."name" IN ('deck.completed', 'best.beaten', 'achievement.unlocked', 'streak.reached', 'level.reached', 'challenge.decided', 'rank.reached');--> statement-breakpoint
DROP TABLE "feed_items" CASCADE;--> statement-breakpoint
ALTER TABLE "activity_events" ADD CONSTRAINT "activity_events_actor_id_users_id_fk" FOREIGN KEY ("actor_id") REFERENCES "public"."users"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "activity_places" ADD CONSTRAINT "activity_places_cohort_id_cohorts_id_fk" FOREIGN KEY ("cohort_id") REFERENCES "public"."cohorts"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "activity_places" ADD CONSTRAINT "activity_places_activity_id_activity_events_id_fk" FOREIGN KEY ("activity_id") REFERENCES "public"."activity_events"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "activity_reactions" ADD CONSTRAINT "activity_reactions_activity_id_activity_events_id_fk" FOREIGN KEY ("activity_id") REFERENCES "public"."activity_events"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "activity_reactions" ADD CONSTRAINT "activity_reactions_person_id_users_id_fk" FOREIGN KEY ("person_id") REFERENCES "public"."users"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "activity_events_public_idx" ON "activity_events" USING btree ("created_at" DESC NULLS LAST,"id" DESC NULLS LAST) WHERE visibility = 'public';--> statement-breakpoint
CREATE INDEX "activity_events_subject_idx" ON "activity_events" USING btree ("subject","created_at" DESC NULLS LAST,"id" DESC NULLS LAST) WHERE visibility = 'public';--> statement-breakpoint
CREATE INDEX "activity_events_type_idx" ON "activity_events" USING btree ("type","created_at" DESC NULLS LAST,"id" DESC NULLS LAST) WHERE visibility = 'public';--> statement-breakpoint
CREATE INDEX "activity_events_actor_id_created_at_id_index" ON "activity_events" USING btree ("actor_id","created_at" DESC NULLS LAST,"id" DESC NULLS LAST);--> statement-breakpoint
CREATE INDEX "activity_places_cohort_id_created_at_activity_id_index" ON "activity_places" USING btree ("cohort_id","created_at" DESC NULLS LAST,"activity_id" DESC NULLS LAST);--> statement-breakpoint
CREATE INDEX "activity_reactions_person_id_index" ON "activity_reactions" USING btree ("person_id");