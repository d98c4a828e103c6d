// Who lives in the ward: households of about four along the roads of their group, with names, ages and habits.
import { addressOf, familyName, personName, roads, type Gender } from './names.ts';
import type { Ids, Random } from './random.ts';

export interface Person {
  id: string;
  name: string;
  gender: Gender;
  age: number;
  phone: string;
  /** "bác Hùng": as neighbours speak of them. */
  address: string;
  /** How likely they read what concerns them, 0 to 1. */
  diligence: number;
  typing: 'marked' | 'unmarked' | 'shorthand';
}

export interface Household {
  id: string;
  address: string;
  hasSmartphone: boolean;
  /** Those with an account; none in a household without a smartphone. */
  people: Person[];
}

/** Houses by how many of their people have an account. */
const sizes = [1, 2, 2, 3, 3, 4, 4, 4, 5, 5, 6, 7];
/** One door in so many has nobody online. */
const OFFLINE = 0.07;
/** After this a new alley begins. */
const HOUSES_OF_ALLEY = 24;

/** The households of one group, with exactly this many people in them. `firstNumber` keeps phone numbers apart. */
export function settle(
  count: number,
  group: number,
  random: Random,
  ids: Ids,
  at: number,
  firstNumber: number,
) {
  const road = roads[(group - 1) % roads.length]!;
  const households: Household[] = [];
  let settled = 0;
  while (settled < count) {
    const index = households.length;
    const alley = Math.floor(index / HOUSES_OF_ALLEY) + 1;
    const household: Household = {
      id: ids.at(at + index),
      address: `Số ${((index % HOUSES_OF_ALLEY) + 1) * 2 - random.below(2)}, ngõ ${alley} đường ${road}`,
      hasSmartphone: true,
      people: [],
    };
    households.push(household);
    if (random.chance(OFFLINE)) {
      household.hasSmartphone = false;
      continue;
    }
    const size = Math.min(random.pick(sizes), count - settled);
    household.people = family(size, random, ids, at, firstNumber + settled);
    settled += size;
  }
  return households;
}

/** A couple, then children and grandparents; the two of a couple may share one phone. */
function family(size: number, random: Random, ids: Ids, at: number, firstNumber: number): Person[] {
  const name = familyName(random);
  const age = random.between(27, 62);
  const people: Person[] = [];
  for (let index = 0; index < size; index += 1) {
    const isGrandparent = index >= 2 && age < 50 && random.chance(0.35);
    const isChild = index >= 2 && !isGrandparent;
    const gender: Gender =
      index === 0 ? 'male' : index === 1 ? 'female' : random.chance(0.5) ? 'male' : 'female';
    const ownAge = isChild
      ? Math.max(15, age - random.between(21, 32))
      : isGrandparent
        ? age + random.between(21, 30)
        : age - index * random.between(0, 5);
    const isOwnFamily = index === 0 || isChild || gender === 'male';
    const sharesPhone = index === 1 && age > 50 && random.chance(0.15);
    people.push(
      person(isOwnFamily ? name : familyName(random), gender, ownAge, random, ids, {
        at,
        number: sharesPhone ? firstNumber : firstNumber + index,
      }),
    );
  }
  return people;
}

function person(
  familyName: string,
  gender: Gender,
  age: number,
  random: Random,
  ids: Ids,
  { at, number }: { at: number; number: number },
): Person {
  const name = personName(familyName, gender, random);
  const isOld = age > 60;
  const typing = random.next();
  return {
    id: ids.at(at),
    name,
    gender,
    age,
    // Numbers of the range 097 that nobody in the sample ward has.
    phone: `+8497${String(number).padStart(7, '0')}`,
    address: addressOf({ name, gender, age }),
    diligence: Math.min(0.98, 0.25 + random.next() ** 0.6 * 0.75),
    typing:
      typing < (isOld ? 0.35 : 0.08) ? 'unmarked' : typing > (age < 30 ? 0.6 : 0.97) ? 'shorthand' : 'marked',
  };
}
