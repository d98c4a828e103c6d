// Icons as plain SVG. Lucide's own component works every icon out anew, attribute by attribute, each time it is shown.
import { readFileSync } from 'node:fs';
import type { Plugin } from 'vite';

type Node = [tag: string, attributes: Record<string, string>];

const drawing = /const iconData = (\{.*?\});\n<\/script>/s;

export const plainIcons: Plugin = {
  name: 'dinh-plain-icons',
  enforce: 'pre',
  load(id) {
    if (!/@lucide[\\/]svelte[\\/]dist[\\/]icons[\\/][\w-]+\.svelte$/.test(id)) return;
    const json = drawing.exec(readFileSync(id, 'utf8'))?.[1];
    if (!json) throw new Error(`${id}: not the icon that web/icons.ts expects`);
    const { name, node } = JSON.parse(json) as { name: string; node: Node[] };
    const lines = node.map(([tag, attributes]) => {
      const written = Object.entries(attributes).map(([key, value]) => ` ${key}="${value}"`);
      return `<${tag}${written.join('')} />`;
    });
    return `<script>
  let { class: given } = $props();
</script>
<svg class={['lucide', 'lucide-${name}', given]} aria-hidden="true" width="24" height="24" viewBox="0 0 24 24" fill="none" stroke="currentColor" stroke-width="2" stroke-linecap="round" stroke-linejoin="round">${lines.join('')}</svg>`;
  },
};
