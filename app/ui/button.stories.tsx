/** Buttons and links in all tones, sizes and states. */
import { ArrowRight, Trash2 } from "lucide-react";
import { Button, ButtonLink, iconButton } from "./button.tsx";
import { SunIcon } from "./icons.tsx";

export default { title: "Controls/Button" };

const tones = ["sun", "river", "pine", "plain", "quiet", "danger"] as const;

export const Tones = () => (
  <div className="flex flex-wrap gap-3">
    {tones.map((tone) => (
      <Button key={tone} tone={tone}>
        {tone}
      </Button>
    ))}
  </div>
);

export const OnTheRiver = () => (
  <div className="on-river-block flex gap-3 rounded-stone p-6">
    <Button tone="sun">Start</Button>
    <Button tone="ghost">Not now</Button>
  </div>
);

export const Sizes = () => (
  <div className="flex flex-wrap items-center gap-3">
    <Button size="small">Small</Button>
    <Button>Normal</Button>
    <Button size="large">Large</Button>
  </div>
);

export const Wide = () => (
  <Button tone="sun" wide>
    As wide as its place
  </Button>
);

export const States = () => (
  <div className="flex flex-wrap gap-3">
    <Button tone="river">
      Go on <ArrowRight aria-hidden="true" />
    </Button>
    <Button tone="river" aria-disabled>
      Sending…
    </Button>
    <Button tone="danger" disabled>
      <Trash2 aria-hidden="true" /> Remove
    </Button>
    <ButtonLink to="/home" tone="sun">
      A link
    </ButtonLink>
    <button type="button" className={iconButton} aria-label="Light or dark">
      <SunIcon />
    </button>
  </div>
);
