// Roles and names for assistive technology, and ways for the keyboard, where Streamlit has no setting for them.
// Runs behind app.js and takes its `settings`; what it does is done again whenever the page changes.
const names = window.scoNames;

function set(element, attributes) {
  for (const [name, value] of Object.entries(attributes)) {
    if (element && element.getAttribute(name) !== value) element.setAttribute(name, value);
  }
}

function nameLandmarks() {
  const pages = document.querySelector('.st-key-pages');
  set(pages, { role: 'navigation', 'aria-label': settings.pages });
  for (const [code, name] of Object.entries(settings.languages)) {
    const button = document.querySelector(`.st-key-language_${code} button`);
    set(button, { 'aria-label': `${code.toUpperCase()} – ${name}`, lang: code, 'aria-pressed': String(code === settings.lang) });
  }
  // Streamlit gives the field for files a name and at once the role of nothing.
  document.querySelectorAll('[data-testid="stFileUploaderDropzone"]').forEach((field) => set(field, { role: 'group' }));
  showCurrent(pages);
}

// On a phone the pages are one line that scrolls: the one shown is brought into sight, once for each page.
function showCurrent(pages) {
  const current = pages?.querySelector('a[aria-current]');
  if (!current || window.scoCurrent === current.href) return;
  window.scoCurrent = current.href;
  const line = pages.parentElement, place = current.getBoundingClientRect(), frame = line.getBoundingClientRect();
  line.scrollLeft += place.left - frame.left - (frame.width - place.width) / 2;
}

// An option that would leave no event stands back, as in the rows of buttons.
function greyOptions() {
  document.querySelectorAll('[role="option"]').forEach((option) => option.toggleAttribute('data-none', /\(0\)$/.test(option.textContent)));
}

// A link that turned the page is gone with it: the keyboard goes on at the head of the new page.
function keepFocus() {
  if (!window.scoTurned || document.activeElement !== document.body) return;
  window.scoTurned = false;
  document.querySelector('#stMain')?.focus({ preventScroll: true });
}

// The head is drawn anew with each filter, and what is new with its text is not announced: one region that stays says it.
function announce() {
  const said = document.querySelector('.st-key-head p.filter')?.textContent;
  if (!said || said === window.scoSaid) return;
  if (window.scoSaid) region().textContent = said;
  window.scoSaid = said;
}

function region() {
  const there = document.querySelector('#announcement');
  if (there) return there;
  const made = Object.assign(document.createElement('div'), { id: 'announcement' });
  set(made, { role: 'status' });
  Object.assign(made.style, { position: 'absolute', width: '1px', height: '1px', overflow: 'hidden', clipPath: 'inset(50%)' });
  return document.body.appendChild(made);
}

window.scoNames = () => { names(); nameLandmarks(); greyOptions(); keepFocus(); announce(); };
nameLandmarks();
region();
announce();
if (!window.scoKeys) {
  window.scoKeys = true;
  window.addEventListener('popstate', () => { window.scoTurned = document.activeElement !== document.body; });
  // Streamlit changes its own colours with those of the system, but draws the figures anew only when asked to.
  matchMedia('(prefers-color-scheme: dark)').addEventListener('change', () => {
    setTimeout(() => window.dispatchEvent(new PopStateEvent('popstate', { state: {} })), 50);
  });
}
