ALTER TABLE "users" ALTER COLUMN "name" SET DEFAULT '';--> statement-breakpoint
UPDATE "users" SET "name" = '';--> statement-breakpoint
ALTER TABLE "friendships" ADD COLUMN "low_told_at" timestamp (3) with time zone;--> statement-breakpoint
ALTER TABLE "friendships" ADD COLUMN "high_told_at" timestamp (3) with time zone;