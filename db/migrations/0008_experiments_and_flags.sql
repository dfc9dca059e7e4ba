CREATE TABLE "definition_changes" (
	"kind" text NOT NULL,
	"key" text NOT NULL,
	"version" integer NOT NULL,
	"action" text NOT NULL,
	"actor_id" uuid,
	"at" timestamp (3) with time zone NOT NULL,
	"became" jsonb NOT NULL,
	CONSTRAINT "definition_changes_kind_key_version_pk" PRIMARY KEY("kind","key","version")
);
--> statement-breakpoint
CREATE TABLE "experiments" (
	"key" text PRIMARY KEY NOT NULL,
	"hypothesis" text NOT NULL,
	"loop" text,
	"surface" text,
	"variants" jsonb NOT NULL,
	"traffic_bp" integer NOT NULL,
	"targeting" jsonb NOT NULL,
	"namespace" jsonb,
	"primary_metric" text NOT NULL,
	"metrics" jsonb NOT NULL,
	"guardrails" jsonb NOT NULL,
	"min_persons" integer NOT NULL,
	"min_days" integer NOT NULL,
	"state" text NOT NULL,
	"phase" integer DEFAULT 1 NOT NULL,
	"version" integer DEFAULT 1 NOT NULL,
	"created_by" uuid NOT NULL,
	"created_at" timestamp (3) with time zone NOT NULL,
	"started_at" timestamp (3) with time zone,
	"phase_started_at" timestamp (3) with time zone,
	"stopped_at" timestamp (3) with time zone
);
--> statement-breakpoint
CREATE TABLE "exposures" (
	"experiment_key" text NOT NULL,
	"visitor_id" uuid NOT NULL,
	"variant" text NOT NULL,
	"phase" integer NOT NULL,
	"at" timestamp (3) with time zone NOT NULL,
	"event_id" uuid NOT NULL,
	CONSTRAINT "exposures_experiment_key_visitor_id_pk" PRIMARY KEY("experiment_key","visitor_id")
);
--> statement-breakpoint
CREATE TABLE "flags" (
	"key" text PRIMARY KEY NOT NULL,
	"description" text NOT NULL,
	"kind" text NOT NULL,
	"enabled" boolean NOT NULL,
	"default_value" jsonb NOT NULL,
	"off_value" jsonb NOT NULL,
	"rules" jsonb NOT NULL,
	"killed_at" timestamp (3) with time zone,
	"kill_reason" text,
	"kill_event_id" uuid,
	"version" integer DEFAULT 1 NOT NULL,
	"updated_at" timestamp (3) with time zone NOT NULL
);
--> statement-breakpoint
CREATE TABLE "guardrail_readings" (
	"experiment_key" text NOT NULL,
	"position" integer NOT NULL,
	"state" text NOT NULL,
	"events" integer NOT NULL,
	"persons" integer NOT NULL,
	"against" real NOT NULL,
	"in_favour" real NOT NULL,
	"read_at" timestamp (3) with time zone NOT NULL,
	CONSTRAINT "guardrail_readings_experiment_key_position_pk" PRIMARY KEY("experiment_key","position")
);
--> statement-breakpoint
CREATE TABLE "messages" (
	"id" uuid PRIMARY KEY NOT NULL,
	"recipient_id" uuid NOT NULL,
	"loop" text NOT NULL,
	"channel" text NOT NULL,
	"state" text NOT NULL,
	"send_at" timestamp (3) with time zone NOT NULL,
	"created_at" timestamp (3) with time zone NOT NULL,
	"closed_at" timestamp (3) with time zone,
	"cancel_reason" text
);
--> statement-breakpoint
ALTER TABLE "users" ADD COLUMN "assignments" jsonb DEFAULT '{}'::jsonb NOT NULL;--> statement-breakpoint
CREATE INDEX "exposures_experiment_key_phase_variant_index" ON "exposures" USING btree ("experiment_key","phase","variant");--> statement-breakpoint
CREATE INDEX "exposures_visitor_id_index" ON "exposures" USING btree ("visitor_id");--> statement-breakpoint
CREATE INDEX "messages_queued_idx" ON "messages" USING btree ("loop","send_at") WHERE state = 'queued';--> statement-breakpoint
CREATE INDEX "messages_recipient_id_created_at_index" ON "messages" USING btree ("recipient_id","created_at");