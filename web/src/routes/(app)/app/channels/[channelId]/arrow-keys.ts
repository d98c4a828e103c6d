/** Up and down lead from button to button, round and round. */
export function moveByArrows(event: KeyboardEvent & { currentTarget: HTMLElement }) {
  if (event.key !== 'ArrowDown' && event.key !== 'ArrowUp') return;
  event.preventDefault();
  const buttons = [...event.currentTarget.querySelectorAll('button')];
  const step = event.key === 'ArrowDown' ? 1 : -1;
  const index = buttons.indexOf(document.activeElement as HTMLButtonElement) + step;
  buttons.at(index % buttons.length)?.focus();
}
