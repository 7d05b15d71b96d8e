// The chat on one page, put together from what the office and this browser know.
class Chat {
  constructor({ dataset, src }) {
    Object.assign(this, { given: dataset, product: dataset.product, signed: dataset.customerToken, all: new Map(), mine: [], tray: [], told: new Set(), readAt: 0 });
    const asked = (dataset.language || document.documentElement.lang || navigator.language).slice(0, 2).toLowerCase();
    this.language = asked === 'nl' ? 'nl' : 'en';
    this.say = (name, facts = {}) => this.config.words[name].replace(/{(\w+)}/g, (_, fact) => facts[fact]);
    this.line = new Line(new URL(src).origin, () => ({ language: this.language, name: note.get('name'), mail: note.get('mail'), customer_token: this.signed || '' }), news => this.hear(news));
    addEventListener('visibilitychange', () => {
      if (document.hidden || !this.view) return;
      this.connect();
      this.look();
    });
  }

  get connected() { return this.line.up && navigator.onLine; }

  async start() {
    if (!note.get('who')) note.set('who', newId());
    for (let pause = 1000; !await this.configure(); pause = Math.min(pause * 2, 60000)) await new Promise(yes => setTimeout(yes, pause));
    this.mine = await waiting.all();
    if (note.get('left')) this.line.flush();
    if (!this.config.offered && !note.get('token') && !this.mine.length) return;
    this.view = new View(this);
    this.draw();
    if (tab.get('open') && innerWidth > 480) this.open(false);
    // Until the office has said whether it is still the same person, nothing of the last is shown.
    this.line.unsure = this.signed && note.get('token');
    for (let pause = 1000; this.line.unsure; pause = Math.min(pause * 2, 10000)) await this.line.visit().catch(() => new Promise(yes => setTimeout(yes, pause)));
    this.connect();
    this.line.flush();
    setInterval(() => this.configure().then(() => this.draw()), 3e5);
  }

  configure() {
    return this.line.read(`config?language=${this.language}&who=${note.get('who')}`).then(config => this.config = config, error => error.status === 403 || error.status === 404 ? new Promise(() => {}) : this.config);
  }

  connect() {
    const token = note.get('token');
    if (!token || this.line.unsure) return;
    this.line.read('messages').then(told => this.hear({ kind: 'conversation', whose: token, ...told }), () => {});
    this.line.listen();
    this.line.again();
  }

  hear(news) {
    const { kind, id } = news, one = this.mine.find(mine => mine.id === id);
    // What was on its way when somebody else signed in is not theirs.
    if (!this.view || news.whose && news.whose !== note.get('token')) return;
    if (kind === 'conversation') {
      const place = +news.cursor.split('.').pop();
      if (news.fresh) for (const [key, old] of this.all) if (old.place < place) this.all.delete(key);
      for (const said of news.messages) if (!(this.all.get(said.id)?.place > place)) this.take(said, place, news.fresh);
      this.readAt = Math.max(this.readAt, news.read_at || 0);
      this.look();
    } else if (kind === 'typing') {
      clearTimeout(this.fading);
      this.fading = setTimeout(() => this.view.type(''), 6500);
      this.view.type(news.on && (news.name || this.say('us')));
    } else if (kind === 'token') {
      // Another conversation, or the first: what was said is the office's to tell.
      this.all.clear();
      this.mine = this.mine.filter(mine => mine.pending);
      this.line.cursor = '';
      this.line.talk?.abort();
      this.connect();
    } else if (kind === 'queued' && !one) this.mine.push(news.message);
    else if (kind === 'sent' && one) one.pending = false;
    else if (kind === 'failed' && one) one.failed = true;
    else if (kind === 'removed') this.mine = this.mine.filter(mine => mine.id !== id);
    else if (kind === 'progress') {
      const bar = this.view.bars.get(id + news.name);
      return bar && (bar.value = news.part);
    }
    this.draw();
  }

  // A message as the office has it takes the place of what was written here.
  take(said, place, fresh) {
    const before = this.all.get(said.id) || this.mine.find(mine => mine.id === said.client_id);
    if (before) said.files = said.files.map((file, n) => ({ ...before.files[n], ...file }));
    if (before?.state === 'read') said.state = 'read';
    this.mine = this.mine.filter(mine => mine.id !== said.client_id);
    this.all.set(said.id, { ...said, place });
    if (before || said.mine) return;
    this.view.type('');
    if (!fresh) this.view.tell(`${said.name || this.say('us')}: ${said.text || this.say('photo')}`);
  }

  // Tell the office what arrived here, and what somebody has on their screen.
  look() {
    const state = this.isOpen && !document.hidden ? 'read' : 'delivered';
    const some = [...this.all.values()].filter(one => !one.mine && one.state !== 'read' && one.state !== state && !this.told.has(one.id + state)).slice(0, 200);
    if (!some.length) return;
    for (const one of some) this.told.add(one.id + state);
    this.line.ask('POST', 'seen', { ids: some.map(one => one.id), state }).then(() => {
      for (const one of some) one.state = state;
      this.draw();
    }, () => { for (const one of some) this.told.delete(one.id + state); });
  }

  draw() {
    const { view, config } = this;
    if (!view) return;
    const all = [...[...this.all.values()].sort((a, b) => a.at - b.at), ...this.mine.filter(one => one.token ? !this.line.unsure && one.token === note.get('token') : this.line.ours(one))];
    const known = all.length || this.signed || note.get('asked');
    if (this.isOpen) view.draw(all);
    view.status(config, all.filter(one => !one.mine && one.state !== 'read').length, !this.connected ? this.say('offline') : known && !config.open ? this.say('away') : '');
    view.ask(known ? [] : config.asks, config.open ? '' : `${this.say('away')} ${this.say('leave')}`);
  }

  stateOf(one, last) {
    if (!one.mine) return '';
    if (one.failed) return this.say('failed');
    if (one.pending) return this.say(this.connected ? 'sending' : 'waiting');
    return last && this.say(this.readAt >= one.at && this.all.has(one.id) ? 'seen' : 'sent');
  }

  time(at) { return new Date(at).toLocaleTimeString(this.language, { timeStyle: 'short' }); }
  day(at) { return new Date(at).toLocaleDateString(this.language, { weekday: 'long', day: 'numeric', month: 'long' }); }
  async urlOf(file) { return file.url ||= URL.createObjectURL(file.blob || await (await this.line.ask('GET', `files/${file.id}`)).blob()); }

  open(focus = true) {
    const { view } = this;
    this.isOpen = true;
    tab.set('open', 1);
    view.show(true);
    this.draw();
    view.grow();
    view.log.scrollTop = view.log.scrollHeight;
    if (focus) view.text.focus();
    this.look();
  }

  close() {
    this.isOpen = false;
    tab.set('open', '');
    this.view.show(false);
    this.view.opener.focus();
  }

  typed() {
    this.view.grow();
    this.view.complain('');
    note.set('draft', this.view.text.value);
    if (!this.view.text.value || !this.all.size || Date.now() - this.typedAt < 3000) return;
    this.typedAt = Date.now();
    this.line.ask('POST', 'typing').catch(() => {});
  }

  async add(files) {
    const n = this.config.most_files;
    for (const file of files) {
      try {
        if (this.tray.length >= n) throw new Error(this.say('many', { n }));
        this.tray.push(await fit(file, this.config, this.say));
      } catch (error) { this.view.complain(error.message); }
    }
    this.view.files(this.tray);
    this.view.text.focus();
  }

  drop(file) {
    this.tray = this.tray.filter(one => one !== file);
    this.view.files(this.tray);
    this.view.text.focus();
  }

  async submit() {
    const { view } = this, text = view.text.value.trim(), n = this.config.longest_text;
    if (!text && !this.tray.length || !this.introduced()) return;
    if (text.length > n) return view.complain(this.say('long', { n }));
    const page = { link: location.href.slice(0, 2000), title: document.title.slice(0, 300) };
    const message = { id: newId(), text, at: Date.now(), language: this.language, page, product: this.product || '', files: this.tray.map(({ blob, name }) => ({ blob, name })), mine: true, pending: true, name: '', by: this.line.introduce(), turn: note.get('turn'), token: this.line.unsure ? '' : note.get('token') };
    const kept = waiting.put(message);
    this.tray = [];
    view.files([]);
    view.text.value = '';
    this.typed();
    this.line.tell({ kind: 'queued', message });
    await kept;
    this.line.flush();
  }

  // Who they are, as far as they want to say; whether that is enough to write.
  introduced() {
    if (this.view.card.hidden) return true;
    for (const field of this.view.card.querySelectorAll('input')) {
      const fine = field.checkValidity();
      field.setAttribute('aria-invalid', !fine);
      if (!fine) { this.view.complain(this.say(field.value ? 'wrong_mail' : 'missing')); field.focus(); return false; }
      note.set(field.name, field.value.trim());
    }
    note.set('asked', '1');
    return true;
  }

  async retry(one) {
    one.failed = false;
    await waiting.put(one);
    this.draw();
    this.line.flush();
  }

  async forget({ id }) { await waiting.remove(id); this.line.tell({ kind: 'removed', id }); }
}

const tag = document.currentScript;
if (!window.workstationChat) {
  const chat = new Chat(tag);
  window.workstationChat = {
    open: () => chat.view && chat.open(),
    close: () => chat.view && chat.close(),
    about: product => { chat.product = product; },
    identify: token => { chat.signed = token; chat.line.unsure = note.get('token'); return chat.line.visit(); },
    forget: () => { for (const key of ['token', 'name', 'mail', 'asked', 'draft']) note.set(key, ''); note.set('turn', newId()); chat.signed = ''; chat.line.tell({ kind: 'token' }); },
    signOut() { note.set('left', `${note.get('left')} ${note.get('token')}`.trim()); this.forget(); return chat.line.flush(); },
  };
  document.body ? chat.start() : addEventListener('DOMContentLoaded', () => chat.start());
}
