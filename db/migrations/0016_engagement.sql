CREATE TABLE "metric_engagement" (
	"persona" text NOT NULL,
	"measure" text NOT NULL,
	"day" date NOT NULL,
	"bin" integer NOT NULL,
	"n" bigint NOT NULL,
	CONSTRAINT "metric_engagement_persona_measure_day_bin_pk" PRIMARY KEY("persona","measure","day","bin")
);
--> statement-breakpoint
CREATE INDEX "metric_engagement_day_index" ON "metric_engagement" USING btree ("day");--> statement-breakpoint
-- What happened before is counted by the next sweep, but for days that look back at sealed ones.
INSERT INTO metric_dirty (kind, day)
	SELECT DISTINCT 'engagement', (occurred_at AT TIME ZONE 'UTC')::date FROM events
	WHERE (occurred_at AT TIME ZONE 'UTC')::date
		> coalesce((SELECT sealed_through + 28 FROM metric_seals), '-infinity')
	ON CONFLICT DO NOTHING;
--> statement-breakpoint
-- Who reacts does something: those people's retention is counted again.
INSERT INTO metric_marks (visitor_id, at)
	SELECT visitor_id, min(occurred_at) FROM events WHERE name = 'reaction.changed' GROUP BY visitor_id;
