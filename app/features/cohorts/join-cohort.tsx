/** The way into a study group for a signed-in person. */
import { Form, useNavigation } from "@remix-run/react";
import { Button } from "#app/ui/button.tsx";
import { Card } from "#app/ui/card.tsx";
import { Notice } from "#app/ui/notice.tsx";

export function JoinCohort({ full }: { full: boolean }) {
  const busy = useNavigation().state !== "idle";
  return (
    <Card>
      <h2 className="text-head">Study side by side</h2>
      <p className="mt-2 mb-5 text-soft">
        Members see your nickname, when you are here, and the decks you finish.
      </p>
      {full ? (
        <Notice live>This group is full. Perhaps somebody makes room soon.</Notice>
      ) : (
        <Form method="post">
          <Button type="submit" tone="sun" size="large" wide aria-disabled={busy}>
            {busy ? "One moment…" : "Join this group"}
          </Button>
        </Form>
      )}
    </Card>
  );
}
