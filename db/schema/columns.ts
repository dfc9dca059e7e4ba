/** Column types that every table shares. */
import { customType, timestamp } from "drizzle-orm/pg-core";
import { fromUuid, type Id, type IdPrefix, toUuid } from "#shared/ids.ts";

/** A TypeID in code, a `uuid` in the database. */
export function typeId<P extends IdPrefix>(prefix: P) {
  return customType<{ data: Id<P>; driverData: string }>({
    dataType: () => "uuid",
    toDriver: (value) => toUuid(value),
    fromDriver: (value) => fromUuid(prefix, value),
  })();
}

/** A moment, to the millisecond, as a Date. */
export function moment() {
  return timestamp({ withTimezone: true, precision: 3, mode: "date" });
}
