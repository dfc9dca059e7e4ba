/** Aliases: the only name that other people see, such as `Quiet Otter 42`. */

const adjectives = words(`
  Agile Amber Arctic Autumn Azure Bold Brave Breezy Bright Brisk Bronze Bubbly Calm Candid Cheerful
  Chirpy Clever Coastal Copper Coral Cosmic Cozy Crisp Curious Dapper Daring Dazzling Eager Early
  Earnest Easy Electric Emerald Fair Fearless Fluffy Forest Frosty Gentle Gleaming Golden Graceful
  Happy Hardy Hearty Helpful Honest Hopeful Humble Indigo Ivory Jade Jolly Joyful Keen Kind Lively
  Lucky Lunar Maple Marble Mellow Merry Mighty Mindful Misty Modest Neat Nimble Noble Olive Patient
  Peaceful Pearl Playful Plucky Polite Proud Quick Quiet Radiant Rapid Ready River Rosy Ruby Sandy
  Silver Sincere Skilful Snowy Solar Spirited Steady Sunny Swift Tidy Velvet Vivid Warm Wise Witty`);

const animals = words(`
  Albatross Alpaca Antelope Armadillo Badger Bear Beaver Bison Bobcat Camel Capybara Caribou Cheetah
  Chinchilla Chipmunk Cobra Condor Cormorant Cougar Crane Cricket Dingo Dolphin Donkey Dragonfly Duck
  Eagle Egret Elk Emu Falcon Ferret Finch Firefly Flamingo Fox Gazelle Gecko Gibbon Giraffe Goldfinch
  Goose Hamster Hare Hawk Hedgehog Heron Hornbill Husky Ibex Ibis Iguana Impala Jackal Jaguar Kestrel
  Kingfisher Kiwi Koala Lark Lemur Leopard Lion Llama Lynx Macaw Magpie Manatee Marmot Marten Meerkat
  Moose Narwhal Newt Ocelot Octopus Orca Osprey Ostrich Otter Owl Panda Panther Parrot Pelican Penguin
  Pheasant Puffin Quail Quokka Rabbit Raven Robin Salamander Seal Sparrow Swan Tapir Tortoise Walrus`);

/** Adjectives x animals x 90 numbers. */
export const aliasCount = adjectives.length * animals.length * 90;
/** How many random bytes an alias is made of. */
export const aliasBytes = 6;

/** The alias for these `aliasBytes` random bytes; the same bytes give the same alias. */
export function aliasFrom(bytes: Uint8Array): string {
  if (bytes.length < aliasBytes) throw new RangeError(`an alias needs ${aliasBytes} bytes`);
  const pick = (at: number, from: number) => ((bytes[at] ?? 0) * 256 + (bytes[at + 1] ?? 0)) % from;
  const adjective = adjectives[pick(0, adjectives.length)];
  const animal = animals[pick(2, animals.length)];
  return `${adjective} ${animal} ${10 + pick(4, 90)}`;
}

/** A new alias. It may be taken: the unique key on the account decides. */
export function newAlias(): string {
  return aliasFrom(crypto.getRandomValues(new Uint8Array(aliasBytes)));
}

function words(text: string): readonly string[] {
  return text.trim().split(/\s+/);
}
