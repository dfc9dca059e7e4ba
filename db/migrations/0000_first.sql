CREATE TABLE "cohort_members" (
	"cohort_id" uuid NOT NULL,
	"user_id" uuid NOT NULL,
	"joined_at" timestamp (3) with time zone NOT NULL,
	CONSTRAINT "cohort_members_cohort_id_user_id_pk" PRIMARY KEY("cohort_id","user_id")
);
--> statement-breakpoint
CREATE TABLE "cohorts" (
	"id" uuid PRIMARY KEY NOT NULL,
	"slug" text NOT NULL,
	"name" text NOT NULL,
	"subject" text NOT NULL,
	"created_at" timestamp (3) with time zone NOT NULL
);
--> statement-breakpoint
CREATE TABLE "feed_items" (
	"id" uuid PRIMARY KEY NOT NULL,
	"cohort_id" uuid NOT NULL,
	"type" text NOT NULL,
	"actor_id" uuid NOT NULL,
	"props" jsonb NOT NULL,
	"source_event_id" uuid NOT NULL,
	"created_at" timestamp (3) with time zone NOT NULL
);
--> statement-breakpoint
CREATE TABLE "event_deliveries" (
	"event_id" uuid NOT NULL,
	"event_day" date NOT NULL,
	"feature" text NOT NULL,
	"attempts" smallint DEFAULT 0 NOT NULL,
	"due_at" timestamp (3) with time zone NOT NULL,
	"delivered_at" timestamp (3) with time zone,
	"dead_at" timestamp (3) with time zone,
	"last_error" text,
	CONSTRAINT "event_deliveries_event_id_feature_pk" PRIMARY KEY("event_id","feature")
);
--> statement-breakpoint
CREATE TABLE "events" (
	"day" date NOT NULL,
	"id" uuid NOT NULL,
	"name" text NOT NULL,
	"schema_version" smallint NOT NULL,
	"occurred_at" timestamp (3) with time zone NOT NULL,
	"received_at" timestamp (3) with time zone NOT NULL,
	"visitor_id" uuid NOT NULL,
	"user_id" uuid,
	"session_id" uuid,
	"loop" text,
	"link_id" uuid,
	"inviter_visitor_id" uuid,
	"props" jsonb NOT NULL,
	CONSTRAINT "events_day_id_pk" PRIMARY KEY("day","id")
) PARTITION BY RANGE ("day");
--> statement-breakpoint
-- One partition a month; the cron sweep calls this ahead of time. Safe to repeat.
CREATE FUNCTION make_event_partitions(first_day date, last_day date) RETURNS integer
LANGUAGE plpgsql AS $$
DECLARE
	month_start date := date_trunc('month', first_day)::date;
	made integer := 0;
	name text;
BEGIN
	PERFORM pg_advisory_xact_lock(hashtext('make_event_partitions'));
	WHILE month_start <= last_day LOOP
		name := 'events_' || to_char(month_start, 'YYYY_MM');
		IF to_regclass(name) IS NULL THEN
			EXECUTE format('CREATE TABLE %I PARTITION OF events FOR VALUES FROM (%L) TO (%L)',
				name, month_start, (month_start + interval '1 month')::date);
			made := made + 1;
		END IF;
		month_start := (month_start + interval '1 month')::date;
	END LOOP;
	RETURN made;
END $$;
--> statement-breakpoint
SELECT make_event_partitions((now() - interval '2 months')::date, (now() + interval '2 months')::date);
--> statement-breakpoint
CREATE TABLE "points_entries" (
	"source_event_id" uuid PRIMARY KEY NOT NULL,
	"visitor_id" uuid NOT NULL,
	"subject" text NOT NULL,
	"points" integer NOT NULL,
	"earned_at" timestamp (3) with time zone NOT NULL,
	"held" boolean DEFAULT false NOT NULL
);
--> statement-breakpoint
CREATE TABLE "points_totals" (
	"visitor_id" uuid NOT NULL,
	"subject" text NOT NULL,
	"period" text NOT NULL,
	"period_start" date NOT NULL,
	"score" integer NOT NULL,
	"reached_at" timestamp (3) with time zone NOT NULL,
	"version" integer NOT NULL,
	CONSTRAINT "points_totals_subject_period_period_start_visitor_id_pk" PRIMARY KEY("subject","period","period_start","visitor_id")
);
--> statement-breakpoint
CREATE TABLE "deck_runs" (
	"id" uuid PRIMARY KEY NOT NULL,
	"deck_id" text NOT NULL,
	"subject" text NOT NULL,
	"visitor_id" uuid NOT NULL,
	"user_id" uuid,
	"link_id" uuid,
	"loop" text,
	"started_at" timestamp (3) with time zone NOT NULL,
	"answers" jsonb DEFAULT '{}'::jsonb NOT NULL,
	"completed_at" timestamp (3) with time zone,
	"completed_event_id" uuid,
	"score" smallint,
	"total" smallint NOT NULL,
	"duration_ms" integer,
	"flagged" boolean DEFAULT false NOT NULL
);
--> statement-breakpoint
CREATE TABLE "first_values" (
	"visitor_id" uuid NOT NULL,
	"deck_id" text NOT NULL,
	"run_id" uuid NOT NULL,
	"event_id" uuid NOT NULL,
	"reached_at" timestamp (3) with time zone NOT NULL,
	CONSTRAINT "first_values_visitor_id_deck_id_pk" PRIMARY KEY("visitor_id","deck_id")
);
--> statement-breakpoint
CREATE TABLE "access_tokens" (
	"id" uuid PRIMARY KEY NOT NULL,
	"user_id" uuid NOT NULL,
	"name" text NOT NULL,
	"token_hash" text NOT NULL,
	"scopes" jsonb NOT NULL,
	"created_at" timestamp (3) with time zone NOT NULL,
	"expires_at" timestamp (3) with time zone NOT NULL,
	"revoked_at" timestamp (3) with time zone,
	"last_used_at" timestamp (3) with time zone
);
--> statement-breakpoint
CREATE TABLE "accounts" (
	"id" uuid PRIMARY KEY NOT NULL,
	"account_id" text NOT NULL,
	"provider_id" text NOT NULL,
	"user_id" uuid NOT NULL,
	"access_token" text,
	"refresh_token" text,
	"id_token" text,
	"access_token_expires_at" timestamp (3) with time zone,
	"refresh_token_expires_at" timestamp (3) with time zone,
	"scope" text,
	"password" text,
	"created_at" timestamp (3) with time zone NOT NULL,
	"updated_at" timestamp (3) with time zone NOT NULL
);
--> statement-breakpoint
CREATE TABLE "guardian_consents" (
	"id" uuid PRIMARY KEY NOT NULL,
	"child_id" uuid NOT NULL,
	"guardian_email" text NOT NULL,
	"token_hash" text NOT NULL,
	"method" text,
	"asked_at" timestamp (3) with time zone NOT NULL,
	"expires_at" timestamp (3) with time zone NOT NULL,
	"answered_at" timestamp (3) with time zone,
	"answer" text
);
--> statement-breakpoint
CREATE TABLE "pending_joins" (
	"id" uuid PRIMARY KEY NOT NULL,
	"email" text NOT NULL,
	"visitor_id" uuid NOT NULL,
	"link_id" uuid,
	"loop" text,
	"persona" text,
	"birth_year" smallint,
	"guardian_email" text,
	"token_hash" text NOT NULL,
	"code_hash" text NOT NULL,
	"code_tries" smallint DEFAULT 0 NOT NULL,
	"return_to" text,
	"created_at" timestamp (3) with time zone NOT NULL,
	"expires_at" timestamp (3) with time zone NOT NULL,
	"used_at" timestamp (3) with time zone,
	"session_id" uuid
);
--> statement-breakpoint
CREATE TABLE "sessions" (
	"id" uuid PRIMARY KEY NOT NULL,
	"user_id" uuid NOT NULL,
	"token" text NOT NULL,
	"expires_at" timestamp (3) with time zone NOT NULL,
	"ip_address" text,
	"user_agent" text,
	"created_at" timestamp (3) with time zone NOT NULL,
	"updated_at" timestamp (3) with time zone NOT NULL
);
--> statement-breakpoint
CREATE TABLE "users" (
	"id" uuid PRIMARY KEY NOT NULL,
	"visitor_id" uuid NOT NULL,
	"name" text NOT NULL,
	"email" text NOT NULL,
	"email_verified" boolean DEFAULT false NOT NULL,
	"image" text,
	"persona" text NOT NULL,
	"role" text NOT NULL,
	"alias" text NOT NULL,
	"birth_year" smallint,
	"guardian_id" uuid,
	"guardian_state" text NOT NULL,
	"share_consent" boolean DEFAULT false NOT NULL,
	"created_at" timestamp (3) with time zone NOT NULL,
	"updated_at" timestamp (3) with time zone NOT NULL
);
--> statement-breakpoint
CREATE TABLE "verifications" (
	"id" uuid PRIMARY KEY NOT NULL,
	"identifier" text NOT NULL,
	"value" text NOT NULL,
	"expires_at" timestamp (3) with time zone NOT NULL,
	"created_at" timestamp (3) with time zone NOT NULL,
	"updated_at" timestamp (3) with time zone NOT NULL
);
--> statement-breakpoint
CREATE TABLE "visitors" (
	"id" uuid PRIMARY KEY NOT NULL,
	"user_id" uuid,
	"created_at" timestamp (3) with time zone NOT NULL,
	"first_link_id" uuid,
	"first_touch_at" timestamp (3) with time zone
);
--> statement-breakpoint
CREATE TABLE "invite_credits" (
	"id" uuid PRIMARY KEY NOT NULL,
	"invitee_visitor_id" uuid NOT NULL,
	"link_id" uuid NOT NULL,
	"inviter_id" uuid NOT NULL,
	"loop" text NOT NULL,
	"state" text NOT NULL,
	"refusal" text,
	"source_event_id" uuid NOT NULL,
	"created_at" timestamp (3) with time zone NOT NULL,
	"fvm_event_id" uuid,
	"joined_event_id" uuid,
	"fixed_at" timestamp (3) with time zone
);
--> statement-breakpoint
CREATE TABLE "link_engagements" (
	"link_id" uuid NOT NULL,
	"visitor_key" text NOT NULL,
	"at" timestamp (3) with time zone NOT NULL,
	CONSTRAINT "link_engagements_link_id_visitor_key_pk" PRIMARY KEY("link_id","visitor_key")
);
--> statement-breakpoint
CREATE TABLE "link_hits" (
	"id" uuid PRIMARY KEY NOT NULL,
	"link_id" uuid NOT NULL,
	"kind" text NOT NULL,
	"at" timestamp (3) with time zone NOT NULL
);
--> statement-breakpoint
CREATE TABLE "link_opens" (
	"link_id" uuid NOT NULL,
	"visitor_key" text NOT NULL,
	"hour" integer NOT NULL,
	"at" timestamp (3) with time zone NOT NULL,
	CONSTRAINT "link_opens_link_id_visitor_key_hour_pk" PRIMARY KEY("link_id","visitor_key","hour")
);
--> statement-breakpoint
CREATE TABLE "smart_links" (
	"id" uuid PRIMARY KEY NOT NULL,
	"code" text NOT NULL,
	"inviter_id" uuid NOT NULL,
	"loop" text NOT NULL,
	"destination" text NOT NULL,
	"params" jsonb NOT NULL,
	"key_id" text NOT NULL,
	"signature" text NOT NULL,
	"max_joins" integer,
	"joins" integer DEFAULT 0 NOT NULL,
	"expires_at" timestamp (3) with time zone NOT NULL,
	"revoked_at" timestamp (3) with time zone,
	"created_at" timestamp (3) with time zone NOT NULL
);
--> statement-breakpoint
ALTER TABLE "cohort_members" ADD CONSTRAINT "cohort_members_cohort_id_cohorts_id_fk" FOREIGN KEY ("cohort_id") REFERENCES "public"."cohorts"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "cohort_members" ADD CONSTRAINT "cohort_members_user_id_users_id_fk" FOREIGN KEY ("user_id") REFERENCES "public"."users"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "feed_items" ADD CONSTRAINT "feed_items_cohort_id_cohorts_id_fk" FOREIGN KEY ("cohort_id") REFERENCES "public"."cohorts"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "feed_items" ADD CONSTRAINT "feed_items_actor_id_users_id_fk" FOREIGN KEY ("actor_id") REFERENCES "public"."users"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "access_tokens" ADD CONSTRAINT "access_tokens_user_id_users_id_fk" FOREIGN KEY ("user_id") REFERENCES "public"."users"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "accounts" ADD CONSTRAINT "accounts_user_id_users_id_fk" FOREIGN KEY ("user_id") REFERENCES "public"."users"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "guardian_consents" ADD CONSTRAINT "guardian_consents_child_id_users_id_fk" FOREIGN KEY ("child_id") REFERENCES "public"."users"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "sessions" ADD CONSTRAINT "sessions_user_id_users_id_fk" FOREIGN KEY ("user_id") REFERENCES "public"."users"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "smart_links" ADD CONSTRAINT "smart_links_inviter_id_users_id_fk" FOREIGN KEY ("inviter_id") REFERENCES "public"."users"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "cohort_members_user_id_index" ON "cohort_members" USING btree ("user_id");--> statement-breakpoint
CREATE UNIQUE INDEX "cohorts_slug_key" ON "cohorts" USING btree ("slug");--> statement-breakpoint
CREATE UNIQUE INDEX "feed_items_source_key" ON "feed_items" USING btree ("source_event_id","cohort_id");--> statement-breakpoint
CREATE INDEX "feed_items_cohort_id_created_at_id_index" ON "feed_items" USING btree ("cohort_id","created_at" DESC NULLS LAST,"id" DESC NULLS LAST);--> statement-breakpoint
CREATE INDEX "event_deliveries_due_idx" ON "event_deliveries" USING btree ("due_at") WHERE delivered_at is null and dead_at is null;--> statement-breakpoint
CREATE INDEX "event_deliveries_dead_idx" ON "event_deliveries" USING btree ("dead_at","event_id") WHERE dead_at is not null;--> statement-breakpoint
CREATE INDEX "events_name_occurred_at_index" ON "events" USING btree ("name","occurred_at");--> statement-breakpoint
CREATE INDEX "events_visitor_id_occurred_at_index" ON "events" USING btree ("visitor_id","occurred_at");--> statement-breakpoint
CREATE INDEX "events_inviter_visitor_id_occurred_at_index" ON "events" USING btree ("inviter_visitor_id","occurred_at") WHERE inviter_visitor_id is not null;--> statement-breakpoint
CREATE INDEX "points_entries_visitor_id_subject_earned_at_index" ON "points_entries" USING btree ("visitor_id","subject","earned_at");--> statement-breakpoint
CREATE INDEX "points_totals_visitor_id_index" ON "points_totals" USING btree ("visitor_id");--> statement-breakpoint
CREATE INDEX "points_totals_subject_period_period_start_score_reached_at_visitor_id_index" ON "points_totals" USING btree ("subject","period","period_start","score" DESC NULLS LAST,"reached_at","visitor_id");--> statement-breakpoint
CREATE UNIQUE INDEX "deck_runs_open_guest_key" ON "deck_runs" USING btree ("visitor_id","deck_id") WHERE completed_at is null and user_id is null;--> statement-breakpoint
CREATE UNIQUE INDEX "deck_runs_open_account_key" ON "deck_runs" USING btree ("user_id","deck_id") WHERE completed_at is null and user_id is not null;--> statement-breakpoint
CREATE INDEX "deck_runs_user_id_completed_at_id_index" ON "deck_runs" USING btree ("user_id","completed_at" DESC NULLS LAST,"id" DESC NULLS LAST);--> statement-breakpoint
CREATE INDEX "deck_runs_visitor_id_completed_at_id_index" ON "deck_runs" USING btree ("visitor_id","completed_at" DESC NULLS LAST,"id" DESC NULLS LAST);--> statement-breakpoint
CREATE UNIQUE INDEX "access_tokens_hash_key" ON "access_tokens" USING btree ("token_hash");--> statement-breakpoint
CREATE INDEX "access_tokens_user_id_index" ON "access_tokens" USING btree ("user_id");--> statement-breakpoint
CREATE INDEX "accounts_user_id_index" ON "accounts" USING btree ("user_id");--> statement-breakpoint
CREATE UNIQUE INDEX "guardian_consents_token_key" ON "guardian_consents" USING btree ("token_hash");--> statement-breakpoint
CREATE INDEX "guardian_consents_child_id_index" ON "guardian_consents" USING btree ("child_id");--> statement-breakpoint
CREATE UNIQUE INDEX "pending_joins_token_key" ON "pending_joins" USING btree ("token_hash");--> statement-breakpoint
CREATE INDEX "pending_joins_email_created_at_index" ON "pending_joins" USING btree ("email","created_at");--> statement-breakpoint
CREATE INDEX "pending_joins_visitor_id_created_at_index" ON "pending_joins" USING btree ("visitor_id","created_at");--> statement-breakpoint
CREATE INDEX "pending_joins_expires_at_index" ON "pending_joins" USING btree ("expires_at");--> statement-breakpoint
CREATE UNIQUE INDEX "sessions_token_key" ON "sessions" USING btree ("token");--> statement-breakpoint
CREATE INDEX "sessions_user_id_index" ON "sessions" USING btree ("user_id");--> statement-breakpoint
CREATE UNIQUE INDEX "users_email_key" ON "users" USING btree ("email");--> statement-breakpoint
CREATE UNIQUE INDEX "users_alias_key" ON "users" USING btree ("alias");--> statement-breakpoint
CREATE UNIQUE INDEX "users_visitor_key" ON "users" USING btree ("visitor_id");--> statement-breakpoint
CREATE INDEX "users_guardian_id_index" ON "users" USING btree ("guardian_id");--> statement-breakpoint
CREATE INDEX "verifications_identifier_index" ON "verifications" USING btree ("identifier");--> statement-breakpoint
CREATE INDEX "visitors_user_id_index" ON "visitors" USING btree ("user_id");--> statement-breakpoint
CREATE UNIQUE INDEX "invite_credits_invitee_key" ON "invite_credits" USING btree ("invitee_visitor_id");--> statement-breakpoint
CREATE INDEX "invite_credits_inviter_id_index" ON "invite_credits" USING btree ("inviter_id");--> statement-breakpoint
CREATE INDEX "invite_credits_link_id_index" ON "invite_credits" USING btree ("link_id");--> statement-breakpoint
CREATE INDEX "link_hits_link_id_at_index" ON "link_hits" USING btree ("link_id","at");--> statement-breakpoint
CREATE UNIQUE INDEX "smart_links_code_key" ON "smart_links" USING btree ("code");--> statement-breakpoint
CREATE INDEX "smart_links_inviter_id_created_at_id_index" ON "smart_links" USING btree ("inviter_id","created_at" DESC NULLS LAST,"id" DESC NULLS LAST);