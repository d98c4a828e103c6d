import { MikroOrmModule } from '@mikro-orm/nestjs';
import { Module } from '@nestjs/common';
import { IdentityModule } from '../identity/identity.module.ts';
import { AdmissionsService } from './admissions.service.ts';
import { Commune } from './commune.entity.ts';
import { CommunesController } from './communes.controller.ts';
import { CommunesService } from './communes.service.ts';
import { Group } from './group.entity.ts';
import { Household } from './household.entity.ts';
import { HouseholdsController } from './households.controller.ts';
import { HouseholdsService } from './households.service.ts';
import { Invitation } from './invitation.entity.ts';
import { InvitationsController } from './invitations.controller.ts';
import { InvitationsService } from './invitations.service.ts';
import { JoiningController } from './joining.controller.ts';
import { JoiningService } from './joining.service.ts';
import { MeController } from './me.controller.ts';
import { MeService } from './me.service.ts';
import { MembersController } from './members.controller.ts';
import { MembersService } from './members.service.ts';
import { Membership } from './membership.entity.ts';

@Module({
  imports: [IdentityModule, MikroOrmModule.forFeature([Commune, Group, Household, Invitation, Membership])],
  controllers: [
    CommunesController,
    HouseholdsController,
    InvitationsController,
    JoiningController,
    MeController,
    MembersController,
  ],
  providers: [
    AdmissionsService,
    CommunesService,
    HouseholdsService,
    InvitationsService,
    JoiningService,
    MeService,
    MembersService,
  ],
  exports: [MeService],
})
export class PlacesModule {}
