// What is seen: a button, and a panel with the conversation.
const PATHS = {
  chat: 'M21 12a8 8 0 0 1-8 8H4l2.2-3A8 8 0 1 1 21 12z', close: 'M6 6l12 12M18 6L6 18', send: 'M4 12l16-8-5 16-3-7z',
  add: 'M4 8h3l2-3h6l2 3h3v11H4zM12 16.5a3.5 3.5 0 1 0 0-7 3.5 3.5 0 0 0 0 7z',
};

// An element: "p.note" is one of a class, an object tells of it, anything else goes into it.
function el(kind, ...inside) {
  const [tag, ...names] = kind.split('.'), made = document.createElement(tag);
  if (names.length) made.className = names.join(' ');
  for (const one of inside) {
    if (one?.constructor !== Object) made.append(...one ? [one] : []);
    else for (const [name, value] of Object.entries(one)) name in made ? made[name] = value : made.setAttribute(name, value);
  }
  return made;
}

function icon(name) {
  const [svg, path] = ['svg', 'path'].map(kind => document.createElementNS('http://www.w3.org/2000/svg', kind));
  svg.setAttribute('viewBox', '0 0 24 24');
  path.setAttribute('d', PATHS[name]);
  svg.append(path);
  return svg;
}

const button = (name, title, onclick) => el('button.icon', { type: 'button', 'aria-label': title, title, onclick }, icon(name));
const linked = text => text.split(/(https?:\/\/[^\s<>"']+[^\s<>"'.,:;!?)])/).map((part, n) => n % 2 ? el('a', { href: part, target: '_blank', rel: 'noreferrer' }, part) : part);
const isPicture = file => (file.media_type || file.blob.type).startsWith('image/');

// Black or white, whichever is read better on a colour: relative luminance as in WCAG 2.
function on(colour) {
  const [r, g, b] = [1, 3, 5].map(n => (parseInt(colour.slice(n, n + 2), 16) / 255) ** 2.2);
  return .2126 * r + .7152 * g + .0722 * b > .18 ? '#000' : '#fff';
}

class View {
  constructor(chat) {
    const { say, config } = chat;
    Object.assign(this, { chat, say, rows: new Map(), bars: new Map() });
    const host = this.host = el('workstation-chat', { lang: chat.language });
    const root = this.root = host.attachShadow({ mode: 'open' }), sheet = new CSSStyleSheet();
    sheet.replaceSync(LOOK);
    root.adoptedStyleSheets = [sheet];
    this.count = el('span.count');
    this.opener = el('button.open', { 'aria-haspopup': 'dialog', onclick: () => chat.open() }, icon('chat'), this.count);
    this.hours = el('p');
    this.note = el('p.note', { role: 'status', hidden: true });
    this.log = el('div.log', { role: 'log', 'aria-live': 'off', 'aria-label': say('log'), tabIndex: 0 });
    this.typing = el('p.typing');
    this.card = el('div.card', { hidden: true });
    this.wrong = el('p.bad', { role: 'alert' });
    this.tray = el('div.tray', { hidden: true });
    this.live = el('div.sr', { 'aria-live': 'polite' });
    const picker = el('input', { type: 'file', hidden: true, multiple: true, accept: 'image/*,application/pdf', onchange: () => { chat.add(picker.files); picker.value = ''; } });
    this.text = el('textarea', {
      rows: 1, placeholder: say('write'), 'aria-label': say('write'), value: note.get('draft'), oninput: () => chat.typed(),
      onkeydown: event => {
        if (event.key !== 'Enter' || event.shiftKey || event.isComposing || matchMedia('(pointer: coarse)').matches) return;
        event.preventDefault();
        chat.submit();
      },
      onpaste: event => { const { files } = event.clipboardData; if (files.length) { event.preventDefault(); chat.add(files); } },
    });
    const send = button('send', say('send'));
    send.type = 'submit';
    send.classList.add('send');
    this.panel = el('div.panel', { role: 'dialog', 'aria-modal': 'true', 'aria-labelledby': 'title', hidden: true, onkeydown: event => this.keys(event),
      ondragover: event => event.preventDefault(), ondrop: event => { event.preventDefault(); chat.add(event.dataTransfer.files); },
    },
    el('header', el('div', el('h2', { id: 'title' }, say('title')), this.hours), button('close', say('close'), () => chat.close())),
    this.note, this.log, this.typing, this.card,
    el('form', { noValidate: true, onsubmit: event => { event.preventDefault(); chat.submit(); } }, this.wrong, this.tray,
      el('div.row', button('add', say('add'), () => picker.click()), picker, this.text, send)));
    root.append(this.opener, this.panel, this.live);
    const dark = matchMedia('(prefers-color-scheme: dark)'), { colour, theme, position } = chat.given;
    const dress = () => {
      const own = getComputedStyle(host).getPropertyValue('--chat-colour').trim();
      const accent = [own, colour, config.theme.colour].find(one => /^#[0-9a-f]{6}$/i.test(one)), mode = theme || config.theme.mode;
      host.setAttribute('theme', mode === 'auto' ? dark.matches ? 'dark' : 'light' : mode);
      host.setAttribute('side', position || config.theme.position);
      host.style.setProperty('--accent', accent);
      host.style.setProperty('--on', on(accent));
    };
    dark.onchange = dress;
    document.body.append(host);
    dress();
  }

  // Tab stays in the panel, Escape leaves it.
  keys(event) {
    if (event.key === 'Escape') this.chat.close();
    if (event.key !== 'Tab') return;
    const stops = [...this.panel.querySelectorAll('button, textarea, input, a[href], [tabindex]')].filter(one => one.offsetParent);
    const [first, last] = event.shiftKey ? [stops.at(-1), stops[0]] : [stops[0], stops.at(-1)];
    if (this.root.activeElement === last) { event.preventDefault(); first.focus(); }
  }

  show(open) { this.panel.hidden = !open; this.opener.hidden = open; }
  grow() { this.text.style.height = 'auto'; this.text.style.height = `${this.text.scrollHeight + 2}px`; }
  complain(sentence) { this.wrong.textContent = sentence; }
  tell(sentence) { this.live.replaceChildren(el('p', sentence)); }
  type(name) { this.typing.replaceChildren(name ? this.say('typing', { name }) : ''); }

  status({ open, status }, unread, note) {
    this.hours.className = open ? 'hours' : 'hours shut';
    this.hours.textContent = status;
    this.count.hidden = !unread;
    this.count.textContent = unread;
    this.opener.setAttribute('aria-label', this.say(unread ? 'news' : 'open', { n: unread }));
    this.note.hidden = !note;
    if (this.note.textContent !== note) this.note.textContent = note;
  }

  files(files) {
    this.tray.hidden = !files.length;
    this.tray.replaceChildren(...files.map(file => el('div.f',
      isPicture(file) ? el('img', { src: file.url ||= URL.createObjectURL(file.blob), alt: file.name }) : file.name,
      button('close', `${this.say('remove')}: ${file.name}`, () => this.chat.drop(file)))));
  }

  // All messages, oldest first. What is there already stays, so that nothing jumps or loses focus.
  draw(messages) {
    const { log, say, chat } = this, low = log.scrollHeight - log.scrollTop - log.clientHeight < 90, rows = [];
    const put = (key, like, make) => {
      const known = this.rows.get(key);
      const row = known?.like === like ? known : { like, node: make() };
      if (row !== known) known?.node.remove();
      this.rows.set(key, row);
      rows.push(row.node);
    };
    const last = messages.findLast(one => one.mine && !one.pending);
    let before;
    if (!messages.length) put('hello', '', () => el('p.hello', el('b', say('greeting')), say('hello')));
    for (const one of messages) {
      const day = chat.day(one.at), first = !before || before.mine !== one.mine || before.name !== one.name || one.at - before.at > 6e5;
      if (!before || chat.day(before.at) !== day) put(day, '', () => el('p.day', day));
      const state = chat.stateOf(one, one === last);
      put(one.client_id || one.id, JSON.stringify([one, state, first, chat.connected]), () => this.message(one, first, state));
      before = one;
    }
    for (const [key, { node }] of this.rows) if (!rows.includes(node)) { node.remove(); this.rows.delete(key); }
    rows.forEach((node, n) => log.children[n] === node || log.insertBefore(node, log.children[n]));
    if (low || messages.at(-1)?.pending) log.scrollTop = log.scrollHeight;
  }

  message(one, first, state) {
    const { say, chat } = this, who = one.mine ? say('you') : one.name || say('us');
    const deed = (name, act) => one.failed && el('button', { type: 'button', onclick: () => act.call(chat, one) }, say(name));
    return el(`div.m${one.mine ? '.mine' : ''}${first ? '.first' : ''}`, { title: chat.time(one.at) },
      el(first && !one.mine ? 'span.who' : 'span.sr', `${who} · ${chat.time(one.at)}`),
      one.deleted && el('p.b', el('i', say('gone'))),
      ...one.files.map(file => this.file(one, file)),
      one.text && el('p.b', ...linked(one.text)),
      one.edited && el('p.st', say('edited')),
      state && el(one.failed ? 'p.st.bad' : 'p.st', state, deed('again', chat.retry), deed('remove', chat.forget)));
  }

  file(one, file) {
    const name = file.name || this.say('photo'), picture = isPicture(file) && el('img', { alt: '' });
    const made = el('a.f', { target: '_blank', 'aria-label': this.say('file', { name }) }, picture || name);
    if (one.pending) {
      const bar = el('progress', { value: 0, max: 1, 'aria-label': this.say('sending') });
      this.bars.set(one.id + file.name, bar);
      made.append(bar);
    }
    if (picture && file.width) { const shrink = Math.min(1, 240 / file.width, 220 / file.height); picture.width = file.width * shrink; picture.height = file.height * shrink; }
    this.chat.urlOf(file).then(url => { made.href = url; if (picture) picture.src = url; }, () => picture && picture.replaceWith(name));
    return made;
  }

  ask(fields, sentence) {
    this.card.hidden = !fields.length;
    if (this.card.childElementCount || !fields.length) return;
    this.card.append(sentence, ...fields.map(({ name, label, required, kind }) => el('label', label,
      el('input', { name, type: kind, autocomplete: kind, value: note.get(name), required, maxLength: 200 }))));
  }
}
