import { MikroOrmModule } from '@mikro-orm/nestjs';
import { Module } from '@nestjs/common';
import { Block } from './block.entity.ts';
import { PeopleService } from './people.service.ts';
import { Person } from './person.entity.ts';
import { Session } from './session.entity.ts';
import { SessionsController } from './sessions.controller.ts';
import { SessionsService } from './sessions.service.ts';

@Module({
  imports: [MikroOrmModule.forFeature([Block, Person, Session])],
  controllers: [SessionsController],
  providers: [PeopleService, SessionsService],
  exports: [PeopleService, SessionsService],
})
export class IdentityModule {}
