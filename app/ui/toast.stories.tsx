/** Short news, with and without something to do about it. */
import { Button } from "./button.tsx";
import { ToastHost, useToast } from "./toast.tsx";

export default { title: "Messages/Toast" };

function Buttons() {
  const say = useToast();
  return (
    <div className="flex flex-wrap gap-3">
      <Button onClick={() => say("Taken back. The link no longer opens.")}>Say it</Button>
      <Button
        onClick={() => say("That did not work.", { words: "Try again", act: () => say("Sent.") })}
      >
        Say it with a deed
      </Button>
    </div>
  );
}

export const Toasts = () => (
  <ToastHost>
    <Buttons />
  </ToastHost>
);
