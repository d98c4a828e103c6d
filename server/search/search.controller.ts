import { Controller } from '@nestjs/common';
import type { Input } from '../../shared/api.ts';
import type { Found } from '../../shared/found.ts';
import { CurrentActor, type Actor } from '../identity/actor.ts';
import { Endpoint, Given } from '../platform/endpoint.ts';
import { SearchService } from './search.service.ts';

@Controller()
export class SearchController {
  constructor(private readonly search: SearchService) {}

  @Endpoint('search.find')
  find(@CurrentActor() actor: Actor, @Given() { query }: Input<'search.find'>): Promise<Found> {
    return this.search.find(actor, query.q);
  }
}
