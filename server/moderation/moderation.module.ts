import { MikroOrmModule } from '@mikro-orm/nestjs';
import { Module } from '@nestjs/common';
import { FilesModule } from '../files/files.module.ts';
import { AuditController } from './audit.controller.ts';
import { AuditService } from './audit.service.ts';
import { Case } from './case.entity.ts';
import { CaseFilesController } from './case-files.controller.ts';
import { CaseFilesService } from './case-files.service.ts';
import { CasesController } from './cases.controller.ts';
import { CasesService } from './cases.service.ts';
import { Decision } from './decision.entity.ts';
import { DecisionsService } from './decisions.service.ts';
import { Flag } from './flag.entity.ts';
import { FlagsController } from './flags.controller.ts';
import { FlagsService } from './flags.service.ts';

@Module({
  imports: [FilesModule, MikroOrmModule.forFeature([Case, Flag, Decision])],
  controllers: [FlagsController, CasesController, CaseFilesController, AuditController],
  providers: [FlagsService, CasesService, CaseFilesService, DecisionsService, AuditService],
})
export class ModerationModule {}
