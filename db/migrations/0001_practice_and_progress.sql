CREATE TABLE "challenges" (
	"link_id" uuid NOT NULL,
	"invitee_visitor_id" uuid NOT NULL,
	"inviter_visitor_id" uuid NOT NULL,
	"deck_id" text NOT NULL,
	"winner" text NOT NULL,
	"inviter_score" smallint NOT NULL,
	"inviter_duration_ms" integer NOT NULL,
	"invitee_score" smallint NOT NULL,
	"invitee_duration_ms" integer NOT NULL,
	"invitee_run_id" uuid NOT NULL,
	"total" smallint NOT NULL,
	"decided_at" timestamp (3) with time zone NOT NULL,
	"event_id" uuid NOT NULL,
	CONSTRAINT "challenges_link_id_invitee_visitor_id_pk" PRIMARY KEY("link_id","invitee_visitor_id")
);
--> statement-breakpoint
CREATE TABLE "person_progress" (
	"visitor_id" uuid PRIMARY KEY NOT NULL,
	"version" integer NOT NULL,
	"state" jsonb NOT NULL
);
--> statement-breakpoint
CREATE TABLE "person_zones" (
	"visitor_id" uuid NOT NULL,
	"since" timestamp (3) with time zone NOT NULL,
	"zone" text NOT NULL,
	CONSTRAINT "person_zones_visitor_id_since_pk" PRIMARY KEY("visitor_id","since")
);
--> statement-breakpoint
CREATE TABLE "practice_entries" (
	"source_event_id" uuid PRIMARY KEY NOT NULL,
	"visitor_id" uuid NOT NULL,
	"run_id" uuid NOT NULL,
	"deck_id" text NOT NULL,
	"subject" text NOT NULL,
	"score" smallint NOT NULL,
	"total" smallint NOT NULL,
	"duration_ms" integer NOT NULL,
	"practised_at" timestamp (3) with time zone NOT NULL
);
--> statement-breakpoint
CREATE TABLE "progress_marks" (
	"visitor_id" uuid NOT NULL,
	"kind" text NOT NULL,
	"key" text NOT NULL,
	"event_id" uuid NOT NULL,
	CONSTRAINT "progress_marks_visitor_id_kind_key_pk" PRIMARY KEY("visitor_id","kind","key")
);
--> statement-breakpoint
ALTER TABLE "users" ADD COLUMN "timezone" text DEFAULT 'UTC' NOT NULL;--> statement-breakpoint
CREATE INDEX "challenges_invitee_visitor_id_decided_at_index" ON "challenges" USING btree ("invitee_visitor_id","decided_at" DESC NULLS LAST);--> statement-breakpoint
CREATE INDEX "challenges_inviter_visitor_id_decided_at_index" ON "challenges" USING btree ("inviter_visitor_id","decided_at" DESC NULLS LAST);--> statement-breakpoint
CREATE INDEX "practice_entries_visitor_id_practised_at_index" ON "practice_entries" USING btree ("visitor_id","practised_at");--> statement-breakpoint
CREATE INDEX "deck_runs_peers_idx" ON "deck_runs" USING btree ("deck_id","completed_at" DESC NULLS LAST) WHERE completed_at is not null and not flagged;