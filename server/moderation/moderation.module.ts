import { MikroOrmModule } from '@mikro-orm/nestjs';
import { Module } from '@nestjs/common';
import { AuditController } from './audit.controller.ts';
import { AuditService } from './audit.service.ts';
import { Case } from './case.entity.ts';
import { CasesController } from './cases.controller.ts';
import { CasesService } from './cases.service.ts';
import { Decision } from './decision.entity.ts';
import { DecisionsService } from './decisions.service.ts';
import { Flag } from './flag.entity.ts';
import { FlagsController } from './flags.controller.ts';
import { FlagsService } from './flags.service.ts';

@Module({
  imports: [MikroOrmModule.forFeature([Case, Flag, Decision])],
  controllers: [FlagsController, CasesController, AuditController],
  providers: [FlagsService, CasesService, DecisionsService, AuditService],
})
export class ModerationModule {}
