// Printing makes a picture of every pattern fill. This draws the tiles of a pattern themselves, cut to the shape: lines stay lines.
function drawHatching(root) {
  const tag = (name) => document.createElementNS('http://www.w3.org/2000/svg', name);
  for (const shape of root.querySelectorAll('.pattern_filled')) {
    const found = /url\(["']?#([^"')]+)/.exec(shape.style.fill);
    const pattern = found && root.querySelector(`pattern[id="${found[1]}"]`);
    if (!pattern) continue;
    const box = shape.getBBox(), width = parseFloat(pattern.getAttribute('width')), height = parseFloat(pattern.getAttribute('height'));
    const clip = tag('clipPath'), edge = shape.cloneNode(false), group = tag('g');
    clip.id = `hatching-${drawHatching.count = (drawHatching.count || 0) + 1}`;
    edge.removeAttribute('style'); edge.removeAttribute('class');
    clip.append(edge);
    group.setAttribute('clip-path', `url(#${clip.id})`);
    group.style.opacity = shape.style.opacity;
    for (let x = Math.floor(box.x / width) * width; x < box.x + box.width; x += width) {
      for (let y = Math.floor(box.y / height) * height; y < box.y + box.height; y += height) {
        const tile = tag('g');
        tile.setAttribute('transform', `translate(${x.toFixed(2)} ${y.toFixed(2)})`);
        tile.append(...[...pattern.children].filter((part) => part.localName !== 'rect').map((part) => part.cloneNode(true)));
        group.append(tile);
      }
    }
    const ground = pattern.querySelector('rect');
    shape.style.fill = ground ? ground.getAttribute('fill') : 'none';
    shape.style.fillOpacity = ground ? ground.getAttribute('fill-opacity') || 1 : 0;
    shape.before(clip);
    shape.after(group);
  }
}
