/** The question before what cannot be taken back; open it by its button. */
import { Button } from "./button.tsx";
import { ConfirmDialog } from "./confirm-dialog.tsx";

export default { title: "Controls/Confirm dialog" };

export const Closed = () => (
  <ConfirmDialog
    trigger={<Button>Take it back</Button>}
    title="Take this link back?"
    text="Whoever opens it from now on is shown another way in."
    deed="Take it back"
    onConfirm={() => {}}
  />
);
