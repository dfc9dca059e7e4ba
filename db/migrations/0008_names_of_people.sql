ALTER TABLE "users" ALTER COLUMN "name" SET DEFAULT '';--> statement-breakpoint
UPDATE "users" SET "name" = '';
