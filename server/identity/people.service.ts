// People: registered with an invitation, recognised by phone number and passphrase.
import { EntityManager } from '@mikro-orm/postgresql';
import { Injectable } from '@nestjs/common';
import { parsePhoneNumberFromString } from 'libphonenumber-js/mobile';
import { AppError } from '../platform/app-error.ts';
import { newId } from '../platform/id.ts';
import { RateLimits } from '../platform/rate-limits.ts';
import type { Actor } from './actor.ts';
import { hashPassphrase, verifyPassphrase } from './passphrase.ts';
import { Person } from './person.entity.ts';

@Injectable()
export class PeopleService {
  constructor(
    private readonly em: EntityManager,
    private readonly limits: RateLimits,
  ) {}

  /** Makes a person; the caller flushes, together with what the person joins. */
  async register(given: { name: string; phone: string; passphrase: string }): Promise<Person> {
    const person = this.em.create(Person, {
      id: newId(),
      name: given.name,
      phone: mobileNumber(given.phone),
      passphraseHash: await hashPassphrase(given.passphrase),
      createdAt: new Date(),
    });
    this.em.persist(person);
    return person;
  }

  /** Refuses as a wrong sign-in would, and as often: for what a phone left lying open must not be enough. */
  async confirm({ personId }: Actor, passphrase: string): Promise<void> {
    await this.limits.take('signIn', personId);
    const person = await this.em.findOneOrFail(Person, personId, { populate: ['passphraseHash'] });
    if (!(await verifyPassphrase(passphrase, person.passphraseHash))) throw new AppError('bad_credentials');
  }

  /** All whom this phone number and passphrase fit: mostly one, but a household may share both. */
  async recognise(phone: string, passphrase: string): Promise<Person[]> {
    const people = await this.em.find(
      Person,
      { phone: mobileNumber(phone) },
      { populate: ['passphraseHash'], limit: 12, orderBy: { createdAt: 'asc' } },
    );
    if (people.length === 0) await hashPassphrase(passphrase); // an unknown number takes as long as a known one
    const fits = await Promise.all(
      people.map((person) => verifyPassphrase(passphrase, person.passphraseHash)),
    );
    return people.filter((_, index) => fits[index]);
  }
}

/** A Vietnamese mobile number as E.164; `phone_invalid` for anything else. */
export function mobileNumber(text: string): string {
  const number = parsePhoneNumberFromString(text, 'VN');
  if (!number?.isValid() || number.country !== 'VN') throw new AppError('phone_invalid');
  return number.number;
}
