CREATE TABLE "metric_buckets" (
	"loop" text NOT NULL,
	"persona" text NOT NULL,
	"subject" text NOT NULL,
	"variant" text NOT NULL,
	"measure" text NOT NULL,
	"day" date NOT NULL,
	"bin" integer NOT NULL,
	"n" bigint NOT NULL,
	CONSTRAINT "metric_buckets_loop_persona_subject_variant_measure_day_bin_pk" PRIMARY KEY("loop","persona","subject","variant","measure","day","bin")
);
--> statement-breakpoint
CREATE TABLE "metric_daily" (
	"day" date NOT NULL,
	"loop" text NOT NULL,
	"measure" text NOT NULL,
	"bin" integer NOT NULL,
	"n" bigint NOT NULL,
	CONSTRAINT "metric_daily_day_loop_measure_bin_pk" PRIMARY KEY("day","loop","measure","bin")
);
--> statement-breakpoint
CREATE TABLE "metric_dirty" (
	"kind" text NOT NULL,
	"day" date NOT NULL,
	CONSTRAINT "metric_dirty_kind_day_pk" PRIMARY KEY("kind","day")
);
--> statement-breakpoint
CREATE TABLE "metric_marks" (
	"id" bigint PRIMARY KEY GENERATED ALWAYS AS IDENTITY (sequence name "metric_marks_id_seq" INCREMENT BY 1 MINVALUE 1 MAXVALUE 9223372036854775807 START WITH 1 CACHE 1),
	"visitor_id" uuid,
	"link_id" uuid,
	"day" date,
	"at" timestamp (3) with time zone
);
--> statement-breakpoint
CREATE TABLE "metric_people" (
	"person_id" uuid PRIMARY KEY NOT NULL,
	"day" date NOT NULL,
	"t0" timestamp (3) with time zone NOT NULL,
	"subject" text NOT NULL,
	"bot" boolean NOT NULL
);
--> statement-breakpoint
CREATE TABLE "metric_seals" (
	"one" boolean PRIMARY KEY DEFAULT true NOT NULL,
	"sealed_through" date NOT NULL
);
--> statement-breakpoint
CREATE INDEX "metric_buckets_day_index" ON "metric_buckets" USING btree ("day");--> statement-breakpoint
CREATE INDEX "metric_people_day_index" ON "metric_people" USING btree ("day");--> statement-breakpoint
CREATE INDEX "events_sent_link_idx" ON "events" USING btree ("link_id") WHERE name = 'invite.sent';--> statement-breakpoint
-- Whatever writes or deletes events, in any way, says in the same transaction what changed.
CREATE FUNCTION mark_changed_events() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
	INSERT INTO metric_marks (visitor_id, at)
	SELECT p.id, min(p.at) FROM (
		SELECT visitor_id AS id, occurred_at AS at FROM changed
		UNION ALL SELECT inviter_visitor_id, occurred_at FROM changed
			WHERE inviter_visitor_id IS NOT NULL) p
	GROUP BY p.id;
	INSERT INTO metric_marks (link_id, at)
	SELECT link_id, min(occurred_at) FROM changed
	WHERE link_id IS NOT NULL AND name IN ('invite.opened', 'invite.engaged') GROUP BY link_id;
	INSERT INTO metric_marks (day)
	SELECT DISTINCT (occurred_at AT TIME ZONE 'UTC')::date FROM changed;
	RETURN NULL;
END $$;
--> statement-breakpoint
CREATE TRIGGER events_added AFTER INSERT ON events REFERENCING NEW TABLE AS changed
	FOR EACH STATEMENT EXECUTE FUNCTION mark_changed_events();
--> statement-breakpoint
CREATE TRIGGER events_deleted AFTER DELETE ON events REFERENCING OLD TABLE AS changed
	FOR EACH STATEMENT EXECUTE FUNCTION mark_changed_events();
--> statement-breakpoint
-- A visitor became part of an account, or no longer is: who is one person has changed.
CREATE FUNCTION mark_changed_visitor() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
	INSERT INTO metric_marks (visitor_id)
	SELECT OLD.id WHERE TG_OP <> 'INSERT'
	UNION SELECT NEW.id WHERE TG_OP <> 'DELETE'
	UNION SELECT u.visitor_id FROM users u WHERE TG_OP <> 'INSERT' AND u.id = OLD.user_id
	UNION SELECT u.visitor_id FROM users u WHERE TG_OP <> 'DELETE' AND u.id = NEW.user_id;
	RETURN NULL;
END $$;
--> statement-breakpoint
CREATE TRIGGER visitors_joined AFTER INSERT ON visitors
	FOR EACH ROW WHEN (NEW.user_id IS NOT NULL) EXECUTE FUNCTION mark_changed_visitor();
--> statement-breakpoint
CREATE TRIGGER visitors_moved AFTER UPDATE OF user_id ON visitors
	FOR EACH ROW WHEN (NEW.user_id IS DISTINCT FROM OLD.user_id)
	EXECUTE FUNCTION mark_changed_visitor();
--> statement-breakpoint
CREATE TRIGGER visitors_deleted AFTER DELETE ON visitors
	FOR EACH ROW WHEN (OLD.user_id IS NOT NULL) EXECUTE FUNCTION mark_changed_visitor();
--> statement-breakpoint
CREATE FUNCTION mark_changed_account() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
	INSERT INTO metric_marks (visitor_id)
	SELECT OLD.visitor_id WHERE TG_OP <> 'INSERT'
	UNION SELECT NEW.visitor_id WHERE TG_OP <> 'DELETE'
	UNION SELECT v.id FROM visitors v WHERE TG_OP <> 'INSERT' AND v.user_id = OLD.id
	UNION SELECT v.id FROM visitors v WHERE TG_OP <> 'DELETE' AND v.user_id = NEW.id;
	RETURN NULL;
END $$;
--> statement-breakpoint
CREATE TRIGGER users_added AFTER INSERT OR DELETE ON users
	FOR EACH ROW EXECUTE FUNCTION mark_changed_account();
--> statement-breakpoint
CREATE TRIGGER users_changed AFTER UPDATE ON users FOR EACH ROW
	WHEN ((NEW.visitor_id, NEW.persona, NEW.guardian_id, NEW.blocked_at)
		IS DISTINCT FROM (OLD.visitor_id, OLD.persona, OLD.guardian_id, OLD.blocked_at))
	EXECUTE FUNCTION mark_changed_account();
--> statement-breakpoint
CREATE FUNCTION mark_refused_credit() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
	INSERT INTO metric_marks (visitor_id)
	SELECT u.visitor_id FROM users u WHERE TG_OP <> 'INSERT' AND u.id = OLD.inviter_id
	UNION SELECT u.visitor_id FROM users u WHERE TG_OP <> 'DELETE' AND u.id = NEW.inviter_id;
	RETURN NULL;
END $$;
--> statement-breakpoint
CREATE TRIGGER invite_credits_changed AFTER INSERT OR UPDATE OR DELETE ON invite_credits
	FOR EACH ROW EXECUTE FUNCTION mark_refused_credit();
--> statement-breakpoint
-- What happened before there were rollups.
INSERT INTO metric_marks (visitor_id) SELECT DISTINCT visitor_id FROM events
	WHERE name IN ('deck.completed', 'invite.sent', 'invite.fvm');
--> statement-breakpoint
INSERT INTO metric_marks (day) SELECT DISTINCT (occurred_at AT TIME ZONE 'UTC')::date FROM events;
