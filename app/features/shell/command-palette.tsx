/** Search and go: pages, decks, study groups and a few deeds, by a few letters. */
import { useLocation, useNavigate, useSubmit } from "@remix-run/react";
import { Command } from "cmdk";
import { CornerDownLeft } from "lucide-react";
import { Dialog } from "radix-ui";
import { useRef } from "react";
import { forgetHere } from "#app/offline/forget-here.ts";
import { useWords } from "#app/words/use-words.ts";
import { type Locale, localeNames, locales } from "#shared/words/locale.ts";
import { Key } from "./shortcut-list.tsx";
import { keyPlaces } from "./shortcuts.ts";
import { turnTheme } from "./turn-theme.ts";
import { useOwnThings } from "./use-own-things.ts";
import type { Viewer } from "./viewer.ts";

interface CommandPaletteProps {
  viewer: Viewer;
  close(): void;
  /** Gives the focus back to where it was. */
  giveBack(event: Event): void;
  showShortcuts(): void;
}

export default function CommandPalette(props: CommandPaletteProps) {
  const { close, giveBack } = props;
  const t = useWords("shell");
  return (
    <Dialog.Root open onOpenChange={close}>
      <Dialog.Portal>
        <Dialog.Overlay className="fixed inset-0 z-40 bg-pine-deep/70" />
        <Dialog.Content
          onCloseAutoFocus={giveBack}
          aria-describedby={undefined}
          className="fixed top-[12dvh] left-1/2 z-50 w-[min(100%-2rem,38rem)] -translate-x-1/2 overflow-hidden rounded-stone border border-line bg-card shadow-2xl"
        >
          <Dialog.Title className="sr-only">{t("palette_title")}</Dialog.Title>
          <Command label={t("palette_title")} loop>
            <Command.Input
              placeholder={t("palette_placeholder")}
              className="min-h-15 w-full border-line border-b-2 bg-transparent px-6 text-lg placeholder:text-soft focus-visible:border-river focus-visible:outline-none"
            />
            <Command.List className="max-h-[min(26rem,60dvh)] overflow-y-auto overscroll-contain p-2 pb-6 [mask-image:linear-gradient(black_calc(100%-1.5rem),transparent)]">
              <Ways {...props} />
            </Command.List>
            {/* Beside the list: a list of options may hold nothing else. */}
            <Command.Empty className="px-4 py-8 text-center text-soft">
              {t("palette_nothing")}
            </Command.Empty>
          </Command>
        </Dialog.Content>
      </Dialog.Portal>
    </Dialog.Root>
  );
}

function Ways({ viewer, close, showShortcuts }: CommandPaletteProps) {
  const t = useWords("shell");
  const navigate = useNavigate();
  const submit = useSubmit();
  const own = useOwnThings();
  const go = (to: string) => () => {
    close();
    navigate(to);
  };
  const signOut = () => {
    close();
    forgetHere();
    submit(null, { method: "post", action: "/sign-out" });
  };
  const turn = () => {
    close();
    turnTheme();
  };
  const [decks, cohorts] = own ?? [[], []];
  return (
    <>
      <Group heading={t("palette_places")}>
        {keyPlaces(viewer).map(({ name, to, letter }) => (
          <Way key={to} name={t(`go_to_${name}`)} act={go(to)} letter={letter} />
        ))}
      </Group>
      {own ? null : (
        <Command.Loading className="px-4 py-2 text-soft">{t("palette_loading")}</Command.Loading>
      )}
      {cohorts.length > 0 ? (
        <Group heading={t("palette_groups")}>
          {cohorts.map(({ slug, name }) => (
            <Way key={slug} name={name} act={go(`/cohort/${slug}`)} />
          ))}
        </Group>
      ) : null}
      {decks.length > 0 ? (
        <Group heading={t("palette_decks")}>
          {decks.map(({ id, title, subject }) => (
            <Way key={id} name={title} more={t(`subject_${subject}`)} act={go(`/fvm/${id}`)} />
          ))}
        </Group>
      ) : null}
      <Group heading={t("palette_deeds")}>
        <Way name={t("switch_theme")} act={turn} />
        <Way name={t("palette_shortcuts")} act={showShortcuts} />
        <Way name={t("palette_sign_out")} act={signOut} />
      </Group>
      <Languages />
    </>
  );
}

/** As the footer's form: another language is another document. */
function Languages() {
  const t = useWords("shell");
  const { pathname, search } = useLocation();
  const form = useRef<HTMLFormElement>(null);
  const chosen = useRef<HTMLInputElement>(null);
  const speak = (locale: Locale) => () => {
    if (chosen.current) chosen.current.value = locale;
    form.current?.requestSubmit();
  };
  return (
    <>
      <form ref={form} method="post" action="/language" hidden>
        <input type="hidden" name="returnTo" value={pathname + search} />
        <input type="hidden" name="locale" ref={chosen} />
      </form>
      <Group heading={t("language")}>
        {locales
          .filter((locale) => locale !== t.locale)
          .map((locale) => (
            <Way
              key={locale}
              name={localeNames[locale]}
              lang={locale}
              more={t("language")}
              act={speak(locale)}
            />
          ))}
      </Group>
    </>
  );
}

function Group({ heading, children }: { heading: string; children: React.ReactNode }) {
  return (
    <Command.Group
      heading={heading}
      className="[&_[cmdk-group-heading]]:px-4 [&_[cmdk-group-heading]]:pt-3 [&_[cmdk-group-heading]]:pb-1 [&_[cmdk-group-heading]]:font-bold [&_[cmdk-group-heading]]:text-river [&_[cmdk-group-heading]]:text-sm"
    >
      {children}
    </Command.Group>
  );
}

interface WayProps {
  name: string;
  /** Stands behind the name, and is found too. */
  more?: string;
  letter?: string;
  /** Where the name is in a language of its own. */
  lang?: string;
  act(): void;
}

function Way({ name, more, letter, lang, act }: WayProps) {
  return (
    <Command.Item
      value={more ? `${name} ${more}` : name}
      onSelect={act}
      className="group flex min-h-11 cursor-pointer items-center gap-3 rounded-control px-4 data-[selected=true]:bg-river-soft"
    >
      <span lang={lang} className="font-bold">
        {name}
      </span>
      {more ? <span className="text-soft">{more}</span> : null}
      <span className="ms-auto flex items-center gap-1 text-soft">
        {letter ? (
          <span aria-hidden="true">
            <Key>g</Key> <Key>{letter}</Key>
          </span>
        ) : null}
        <CornerDownLeft
          aria-hidden="true"
          className="size-4 opacity-0 group-data-[selected=true]:opacity-100"
        />
      </span>
    </Command.Item>
  );
}
