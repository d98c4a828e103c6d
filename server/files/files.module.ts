import { MikroOrmModule } from '@mikro-orm/nestjs';
import { Module } from '@nestjs/common';
import { ChannelsModule } from '../channels/channels.module.ts';
import { CarriedFiles } from './carried-files.ts';
import { File } from './file.entity.ts';
import { FileSending } from './file.sending.ts';
import { FileStore } from './file.store.ts';
import { FileSweeper } from './file.sweeper.ts';
import { FilesController } from './files.controller.ts';
import { Intake } from './intake.ts';
import { UploadsService } from './uploads.service.ts';

@Module({
  imports: [ChannelsModule, MikroOrmModule.forFeature([File])],
  controllers: [FilesController],
  providers: [UploadsService, Intake, FileStore, FileSending, CarriedFiles, FileSweeper],
  exports: [CarriedFiles, FileSending, FileStore],
})
export class FilesModule {}
