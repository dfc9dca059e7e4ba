CREATE TABLE "dead_telemetry" (
	"message_id" text PRIMARY KEY NOT NULL,
	"died_at" timestamp (3) with time zone NOT NULL,
	"parts" integer NOT NULL,
	"last_error" text NOT NULL,
	"body" text NOT NULL
);
--> statement-breakpoint
ALTER TABLE "events" ADD COLUMN "skew_ms" bigint;--> statement-breakpoint
CREATE INDEX "dead_telemetry_died_at_index" ON "dead_telemetry" USING btree ("died_at");