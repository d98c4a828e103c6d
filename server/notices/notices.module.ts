import { MikroOrmModule } from '@mikro-orm/nestjs';
import { Module } from '@nestjs/common';
import { Notice } from './notice.entity.ts';
import { NoticesController } from './notices.controller.ts';
import { NoticesService } from './notices.service.ts';
import { ReachService } from './reach.service.ts';
import { Receipt } from './receipt.entity.ts';

@Module({
  imports: [MikroOrmModule.forFeature([Notice, Receipt])],
  controllers: [NoticesController],
  providers: [NoticesService, ReachService],
  exports: [NoticesService],
})
export class NoticesModule {}
