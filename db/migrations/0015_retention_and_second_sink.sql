CREATE TABLE "event_copies" (
	"id" bigint PRIMARY KEY GENERATED ALWAYS AS IDENTITY (sequence name "event_copies_id_seq" INCREMENT BY 1 MINVALUE 1 MAXVALUE 9223372036854775807 START WITH 1 CACHE 1),
	"event_day" date NOT NULL,
	"event_id" uuid NOT NULL,
	"stored_at" timestamp (3) with time zone DEFAULT now() NOT NULL
);
--> statement-breakpoint
CREATE TABLE "event_sinks" (
	"name" text PRIMARY KEY NOT NULL,
	"since" timestamp (3) with time zone NOT NULL,
	"history_day" date,
	"history_id" uuid,
	"history_done_at" timestamp (3) with time zone,
	"leased_until" timestamp (3) with time zone NOT NULL,
	"retry_at" timestamp (3) with time zone NOT NULL,
	"failures" integer NOT NULL
);
--> statement-breakpoint
ALTER TABLE "metric_seals" ADD COLUMN "dropped_through" date;--> statement-breakpoint
-- While there is a sink, whatever writes events says in the same transaction what is to be copied.
CREATE FUNCTION queue_event_copies() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
	IF EXISTS (SELECT FROM event_sinks) THEN
		INSERT INTO event_copies (event_day, event_id) SELECT day, id FROM changed;
	END IF;
	RETURN NULL;
END $$;
--> statement-breakpoint
CREATE TRIGGER events_to_copy AFTER INSERT ON events REFERENCING NEW TABLE AS changed
	FOR EACH STATEMENT EXECUTE FUNCTION queue_event_copies();
--> statement-breakpoint
-- The counterpart of make_event_partitions. False, and all stays, while an intake or a delivery may
-- need the month. No trigger fires: what is dropped changes no count.
CREATE FUNCTION drop_event_partition(month_start date, seal_needed date) RETURNS boolean
LANGUAGE plpgsql AS $$
DECLARE
	month_end date := (month_start + interval '1 month')::date;
	name text := 'events_' || to_char(month_start, 'YYYY_MM');
BEGIN
	PERFORM pg_advisory_xact_lock(hashtext('metric sweep'));
	-- Whoever writes events waits behind us: rather another night than a long wait.
	PERFORM set_config('lock_timeout', '3s', true);
	PERFORM pg_advisory_xact_lock(hashtext('make_event_partitions'));
	IF to_regclass(name) IS NULL
		OR NOT EXISTS (SELECT FROM metric_seals WHERE sealed_through >= seal_needed)
		OR EXISTS (SELECT FROM event_deliveries WHERE delivered_at IS NULL AND dead_at IS NULL
			AND event_day >= month_start AND event_day < month_end) THEN
		RETURN false;
	END IF;
	-- Who began here and is in no intake, because that was known too late, must not begin again with
	-- the first deck that is left.
	EXECUTE format('INSERT INTO metric_people (person_id, day, t0, subject, bot)
		SELECT DISTINCT ON (1) coalesce(u.visitor_id, e.visitor_id),
			(e.occurred_at AT TIME ZONE ''UTC'')::date, e.occurred_at,
			coalesce(e.props ->> ''subject'', ''unknown''), false
		FROM %I e LEFT JOIN visitors v ON v.id = e.visitor_id LEFT JOIN users u ON u.id = v.user_id
		WHERE e.name = ''deck.completed'' ORDER BY 1, e.occurred_at, e.id
		ON CONFLICT DO NOTHING', name);
	DELETE FROM event_deliveries WHERE dead_at IS NOT NULL
		AND event_day >= month_start AND event_day < month_end;
	EXECUTE format('DROP TABLE %I', name);
	UPDATE metric_seals SET dropped_through = greatest(dropped_through, month_end - 1);
	RETURN true;
END $$;
