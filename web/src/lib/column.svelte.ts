// The outer columns of the app's layout: a page fills them through components/RightColumn.svelte and LeftColumn.svelte.
import { createContext, type Snippet } from 'svelte';

interface Filling {
  label: string;
  content: Snippet;
}

export class Column {
  filling: Filling | null = $state.raw(null);
  /** In place of the groups. */
  left: Filling | null = $state.raw(null);

  /** Gives back how to empty it again. */
  show(filling: Filling): () => void {
    this.filling = filling;
    return () => {
      if (this.filling === filling) this.filling = null;
    };
  }

  showLeft(filling: Filling): () => void {
    this.left = filling;
    return () => {
      if (this.left === filling) this.left = null;
    };
  }
}

export const [getColumn, setColumn] = createContext<Column>();
