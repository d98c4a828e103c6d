import { Controller } from '@nestjs/common';
import type { Input } from '../../shared/api.ts';
import type { CommuneView, GroupView } from '../../shared/places.ts';
import { CurrentActor, type Actor } from '../identity/actor.ts';
import { Endpoint, Given } from '../platform/endpoint.ts';
import { CommunesService } from './communes.service.ts';

@Controller()
export class CommunesController {
  constructor(private readonly communes: CommunesService) {}

  @Endpoint('commune.list')
  list(): Promise<CommuneView[]> {
    return this.communes.list();
  }

  @Endpoint('commune.get')
  get(@Given() { params }: Input<'commune.get'>): Promise<CommuneView> {
    return this.communes.get(params.slug);
  }

  @Endpoint('group.listAll')
  listGroups(@CurrentActor() actor: Actor): Promise<GroupView[]> {
    return this.communes.listGroups(actor);
  }
}
