import { Module } from '@nestjs/common';
import { PlacesModule } from '../places/places.module.ts';
import { BlocksService } from './blocks.service.ts';
import { LeavingService } from './leaving.service.ts';
import { PeopleController } from './people.controller.ts';
import { ProfilesService } from './profiles.service.ts';

@Module({
  imports: [PlacesModule],
  controllers: [PeopleController],
  providers: [ProfilesService, BlocksService, LeavingService],
})
export class PeopleModule {}
