import { Module } from '@nestjs/common';
import { ChannelsModule } from '../channels/channels.module.ts';
import { PendingWords } from './pending-words.ts';
import { SearchController } from './search.controller.ts';
import { SearchPool } from './search.pool.ts';
import { SearchService } from './search.service.ts';

@Module({
  imports: [ChannelsModule],
  controllers: [SearchController],
  providers: [SearchService, SearchPool, PendingWords],
})
export class SearchModule {}
