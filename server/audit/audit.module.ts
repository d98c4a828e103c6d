import { MikroOrmModule } from '@mikro-orm/nestjs';
import { Module } from '@nestjs/common';
import { AuditEntry } from './audit-entry.entity.ts';

@Module({ imports: [MikroOrmModule.forFeature([AuditEntry])] })
export class AuditModule {}
