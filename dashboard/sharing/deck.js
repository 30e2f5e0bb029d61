// Turns the steps of a presentation: arrow keys, buttons, swipes; draws each figure when its step is first shown.
(() => {
  const settings = JSON.parse(document.getElementById('settings').textContent);
  const steps = [...document.querySelectorAll('main > section')];
  const counter = document.getElementById('counter');
  const back = document.getElementById('back'), next = document.getElementById('next'), full = document.getElementById('full');
  const drawn = new Map();
  let current = 0;

  const asked = () => Math.min(Math.max((parseInt(location.hash.slice(1), 10) || 1) - 1, 0), steps.length - 1);

  // A figure has a fixed size and is enlarged as a whole, type included; one far too high keeps a readable width and scrolls.
  function fit(box) {
    const { width, height } = settings.figures[box.dataset.figure];
    const stage = box.parentElement;
    const across = stage.clientWidth / width, whole = Math.min(across, stage.clientHeight / height);
    const small = whole < 0.75 * Math.min(across, 1) || !stage.clientHeight;
    const scale = small ? Math.min(across, 1) : whole;
    box.style.cssText = `width:${width}px;height:${height}px;transform:scale(${scale}) translateX(-50%)`;
    stage.style.overflowY = small ? 'auto' : 'hidden';
    if (innerWidth <= 700) stage.style.height = `${height * scale}px`;
    if (small) stage.tabIndex = 0; else stage.removeAttribute('tabindex');
  }

  async function draw(step) {
    for (const box of step.querySelectorAll('[data-figure]')) {
      fit(box);
      if (!drawn.has(box)) {
        const { spec } = settings.figures[box.dataset.figure];
        drawn.set(box, Plotly.newPlot(box, spec.data, spec.layout, { ...settings.config, displayModeBar: false, scrollZoom: false }));
      }
      await drawn.get(box);
    }
  }

  function show(index, focus = true) {
    current = Math.min(Math.max(index, 0), steps.length - 1);
    steps.forEach((step, n) => {
      step.classList.toggle('current', n === current);
      if (n !== current) step.querySelector('.twin')?.removeAttribute('open');
    });
    counter.textContent = settings.counter.replace('{n}', current + 1).replace('{all}', steps.length);
    back.disabled = current === 0;
    next.disabled = current === steps.length - 1;
    if (asked() !== current || !location.hash) history.replaceState(null, '', `#${current + 1}`);
    if (focus) steps[current].focus({ preventScroll: true });
    return draw(steps[current]);
  }

  function leave() {
    const open = steps[current].querySelector('.twin[open]');
    if (open) open.removeAttribute('open');
    else if (document.fullscreenElement) document.exitFullscreen();
    else if (settings.leave) { window.close(); location.replace(settings.leave); }
  }

  function switchFull() {
    if (document.fullscreenElement) document.exitFullscreen();
    else document.documentElement.requestFullscreen?.().catch(() => {});
  }

  function table() {
    const twin = steps[current].querySelector('.twin');
    if (twin) twin.open = !twin.open;
  }

  const keys = {
    ArrowRight: () => show(current + 1), PageDown: () => show(current + 1), ' ': () => show(current + 1),
    ArrowLeft: () => show(current - 1), PageUp: () => show(current - 1),
    Home: () => show(0), End: () => show(steps.length - 1), Escape: leave, f: switchFull, F: switchFull, t: table, T: table,
  };
  document.addEventListener('keydown', (event) => {
    if (event.metaKey || event.ctrlKey || event.altKey) return;
    if (event.key === ' ' && event.target.closest('button, summary, a')) return;
    if (!keys[event.key]) return;
    event.preventDefault();
    keys[event.key]();
  });
  back.onclick = () => show(current - 1);
  next.onclick = () => show(current + 1);
  full.onclick = switchFull;
  let from = null;
  addEventListener('touchstart', (event) => { from = event.touches.length === 1 ? event.touches[0] : null; }, { passive: true });
  addEventListener('touchend', (event) => {
    const to = event.changedTouches[0];
    if (from && Math.abs(to.clientX - from.clientX) > 60 && Math.abs(to.clientY - from.clientY) < 40) show(current + (to.clientX < from.clientX ? 1 : -1));
  }, { passive: true });
  addEventListener('hashchange', () => show(asked()));
  addEventListener('resize', () => steps[current].querySelectorAll('[data-figure]').forEach(fit));
  const fitAll = () => document.querySelectorAll('[data-figure]').forEach(fit);
  addEventListener('beforeprint', fitAll);
  matchMedia('print').addEventListener('change', fitAll);
  // The step shown first; the others while nobody waits, so that they turn at once and can be printed.
  document.fonts.ready.then(() => show(asked(), false)).then(async () => {
    document.documentElement.dataset.drawn = 'first';
    for (const step of innerWidth > 700 ? steps : []) {
      await draw(step);
      await new Promise((done) => setTimeout(done));
    }
    document.documentElement.dataset.drawn = 'all';
  });
})();
