ALTER TABLE "users" ADD COLUMN "blocked_at" timestamp (3) with time zone;--> statement-breakpoint
ALTER TABLE "link_hits" ADD COLUMN "weak_key" text;--> statement-breakpoint
ALTER TABLE "link_hits" ADD COLUMN "utm" jsonb;--> statement-breakpoint
ALTER TABLE "link_opens" ADD COLUMN "weak" boolean DEFAULT false NOT NULL;--> statement-breakpoint
ALTER TABLE "link_opens" ADD COLUMN "utm" jsonb;--> statement-breakpoint
CREATE INDEX "link_hits_weak_key" ON "link_hits" USING btree ("weak_key","at") WHERE weak_key is not null;