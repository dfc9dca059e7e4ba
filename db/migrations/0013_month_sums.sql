CREATE TABLE "metric_months" (
	"loop" text NOT NULL,
	"persona" text NOT NULL,
	"subject" text NOT NULL,
	"variant" text NOT NULL,
	"measure" text NOT NULL,
	"month" date NOT NULL,
	"bin" integer NOT NULL,
	"n" bigint NOT NULL,
	CONSTRAINT "metric_months_loop_persona_subject_variant_measure_month_bin_pk" PRIMARY KEY("loop","persona","subject","variant","measure","month","bin")
);
--> statement-breakpoint
CREATE INDEX "metric_months_month_index" ON "metric_months" USING btree ("month");--> statement-breakpoint
-- Also of sealed intakes, whose events may be gone: everything here follows from what is stored.
INSERT INTO metric_buckets (loop, persona, subject, variant, measure, day, bin, n)
	SELECT loop, persona, subject, variant, 'credited', day, substr(measure, 10)::integer, sum(bin * n)
	FROM metric_buckets WHERE measure LIKE 'invitees.%'
	GROUP BY loop, persona, subject, variant, day, measure;
--> statement-breakpoint
INSERT INTO metric_months (loop, persona, subject, variant, measure, month, bin, n)
	SELECT loop, persona, subject, variant, measure, date_trunc('month', day)::date, bin, sum(n)
	FROM metric_buckets GROUP BY 1, 2, 3, 4, 5, 6, 7 HAVING sum(n) <> 0;
--> statement-breakpoint
-- With the count in the key's own index a reading touches few pages, however scattered the rows are.
ALTER TABLE metric_buckets
	DROP CONSTRAINT metric_buckets_loop_persona_subject_variant_measure_day_bin_pk,
	ADD CONSTRAINT metric_buckets_loop_persona_subject_variant_measure_day_bin_pk
		PRIMARY KEY (loop, persona, subject, variant, measure, day, bin) INCLUDE (n);
--> statement-breakpoint
ALTER TABLE metric_months
	DROP CONSTRAINT metric_months_loop_persona_subject_variant_measure_month_bin_pk,
	ADD CONSTRAINT metric_months_loop_persona_subject_variant_measure_month_bin_pk
		PRIMARY KEY (loop, persona, subject, variant, measure, month, bin) INCLUDE (n);
