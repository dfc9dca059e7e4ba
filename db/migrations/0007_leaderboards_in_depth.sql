CREATE TABLE "final_boards" (
	"subject" text NOT NULL,
	"period" text NOT NULL,
	"period_start" date NOT NULL,
	"players" integer NOT NULL,
	"closed_at" timestamp (3) with time zone NOT NULL,
	CONSTRAINT "final_boards_subject_period_period_start_pk" PRIMARY KEY("subject","period","period_start")
);
--> statement-breakpoint
CREATE TABLE "leaderboard_finals" (
	"subject" text NOT NULL,
	"period" text NOT NULL,
	"period_start" date NOT NULL,
	"visitor_id" uuid NOT NULL,
	"rank" integer NOT NULL,
	"place" integer NOT NULL,
	"score" integer NOT NULL,
	CONSTRAINT "leaderboard_finals_subject_period_period_start_visitor_id_pk" PRIMARY KEY("subject","period","period_start","visitor_id")
);
--> statement-breakpoint
CREATE TABLE "points_reviews" (
	"source_event_id" uuid PRIMARY KEY NOT NULL,
	"verdict" text NOT NULL,
	"reviewer_id" uuid NOT NULL,
	"reviewed_at" timestamp (3) with time zone NOT NULL,
	"event_id" uuid NOT NULL
);
--> statement-breakpoint
CREATE TABLE "rank_marks" (
	"subject" text NOT NULL,
	"period" text NOT NULL,
	"period_start" date NOT NULL,
	"visitor_id" uuid NOT NULL,
	"event_id" uuid NOT NULL,
	CONSTRAINT "rank_marks_subject_period_period_start_visitor_id_pk" PRIMARY KEY("subject","period","period_start","visitor_id")
);
--> statement-breakpoint
ALTER TABLE "points_entries" ADD COLUMN "held_for" text;--> statement-breakpoint
CREATE UNIQUE INDEX "leaderboard_finals_subject_period_period_start_rank_index" ON "leaderboard_finals" USING btree ("subject","period","period_start","rank");--> statement-breakpoint
CREATE INDEX "leaderboard_finals_visitor_id_index" ON "leaderboard_finals" USING btree ("visitor_id");--> statement-breakpoint
CREATE INDEX "points_entries_held_idx" ON "points_entries" USING btree ("earned_at","source_event_id") WHERE held;