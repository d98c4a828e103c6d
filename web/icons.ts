// Icons as plain SVG, drawn as `.lucide` of app.css says; they take no properties, and each has its word beside it. Lucide's own component
// works every icon out anew, attribute by attribute, each time it is shown.
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
    const { node } = JSON.parse(json) as { node: Node[] };
    const lines = node.map(([tag, attributes]) => {
      const written = Object.entries(attributes).map(([key, value]) => ` ${key}="${value}"`);
      return `<${tag}${written.join('')} />`;
    });
    return `<svg class="lucide" aria-hidden="true" viewBox="0 0 24 24">${lines.join('')}</svg>`;
  },
};
