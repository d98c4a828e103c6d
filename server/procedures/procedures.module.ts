import { MikroOrmModule } from '@mikro-orm/nestjs';
import { Module } from '@nestjs/common';
import { Post } from './post.entity.ts';
import { Procedure } from './procedure.entity.ts';
import { ProceduresController } from './procedures.controller.ts';
import { ProceduresService } from './procedures.service.ts';
import { Thread } from './thread.entity.ts';
import { ThreadsService } from './threads.service.ts';

@Module({
  imports: [MikroOrmModule.forFeature([Procedure, Thread, Post])],
  controllers: [ProceduresController],
  providers: [ProceduresService, ThreadsService],
})
export class ProceduresModule {}
