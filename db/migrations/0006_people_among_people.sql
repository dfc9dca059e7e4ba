CREATE TABLE "friendships" (
	"id" uuid PRIMARY KEY NOT NULL,
	"low_id" uuid NOT NULL,
	"high_id" uuid NOT NULL,
	"origin" text NOT NULL,
	"low_agreed_at" timestamp (3) with time zone,
	"high_agreed_at" timestamp (3) with time zone,
	"low_guardian_at" timestamp (3) with time zone,
	"high_guardian_at" timestamp (3) with time zone,
	"made_at" timestamp (3) with time zone,
	"made_event_id" uuid,
	"ended_at" timestamp (3) with time zone,
	"ended_by" uuid,
	"quiet_ask_at" timestamp (3) with time zone,
	"created_at" timestamp (3) with time zone NOT NULL,
	"changed_at" timestamp (3) with time zone NOT NULL,
	CONSTRAINT "friendships_order" CHECK (low_id < high_id)
);
--> statement-breakpoint
CREATE TABLE "share_consents" (
	"id" uuid PRIMARY KEY NOT NULL,
	"child_id" uuid NOT NULL,
	"guardian_email" text,
	"token_hash" text,
	"asked_at" timestamp (3) with time zone NOT NULL,
	"expires_at" timestamp (3) with time zone NOT NULL,
	"answered_at" timestamp (3) with time zone,
	"answer" text,
	"method" text
);
--> statement-breakpoint
ALTER TABLE "users" ADD COLUMN "alias_version" integer DEFAULT 1 NOT NULL;--> statement-breakpoint
ALTER TABLE "users" ADD COLUMN "invisible" boolean DEFAULT false NOT NULL;--> statement-breakpoint
ALTER TABLE "friendships" ADD CONSTRAINT "friendships_low_id_users_id_fk" FOREIGN KEY ("low_id") REFERENCES "public"."users"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "friendships" ADD CONSTRAINT "friendships_high_id_users_id_fk" FOREIGN KEY ("high_id") REFERENCES "public"."users"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "share_consents" ADD CONSTRAINT "share_consents_child_id_users_id_fk" FOREIGN KEY ("child_id") REFERENCES "public"."users"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
CREATE UNIQUE INDEX "friendships_pair_key" ON "friendships" USING btree ("low_id","high_id");--> statement-breakpoint
CREATE INDEX "friendships_high_id_index" ON "friendships" USING btree ("high_id");--> statement-breakpoint
CREATE UNIQUE INDEX "share_consents_token_key" ON "share_consents" USING btree ("token_hash");--> statement-breakpoint
CREATE UNIQUE INDEX "share_consents_open_key" ON "share_consents" USING btree ("child_id") WHERE answer is null;--> statement-breakpoint
CREATE INDEX "share_consents_child_id_asked_at_index" ON "share_consents" USING btree ("child_id","asked_at");--> statement-breakpoint
CREATE INDEX "share_consents_guardian_idx" ON "share_consents" USING btree ("guardian_email");