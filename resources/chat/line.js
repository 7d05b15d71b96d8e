// The line to the office: one tab holds it for all tabs, tells them what it hears, and comes back by
// itself. What waits is sent in order, by one tab at a time; its id makes sending twice count once.
const FINAL = [400, 403, 404, 413, 415, 422];
const trouble = (status, wait = 0) => Object.assign(new Error(status), { status, wait: wait * 1000 });

// Whom the shop signed it about: the subject of a JSON Web Token.
const subject = token => { try { return JSON.parse(atob(token.split('.')[1].replace(/-/g, '+').replace(/_/g, '/'))).sub; } catch {} };

class Line {
  constructor(server, introduce, heard) {
    Object.assign(this, { server, introduce, heard, up: true, cursor: '', pause: 0, lent: {}, again() {} });
    this.others = window.BroadcastChannel && new BroadcastChannel(NAME);
    if (this.others) this.others.onmessage = event => heard(event.data);
    addEventListener('online', () => { this.again(); this.flush(); });
    addEventListener('offline', () => { this.talk?.abort(); this.state(false); });
    addEventListener('visibilitychange', () => document.hidden || this.up || this.again());
  }

  tell(news) { this.heard(news); this.others?.postMessage(news); }
  state(up) { this.up = up; this.heard({ kind: 'line' }); }
  alone(name, work) { return navigator.locks ? navigator.locks.request(NAME + name, work) : work(); }

  async ask(method, path, body, signal, token = note.get('token')) {
    const headers = {};
    if (token) headers.Authorization = `Bearer ${token}`;
    if (body) headers['Content-Type'] = 'application/json';
    const answer = await fetch(`${this.server}/v1/chat/${path}`, { method, headers, signal, body: body && JSON.stringify(body), credentials: 'omit' });
    if (!answer.ok) throw trouble(answer.status, +answer.headers.get('Retry-After'));
    return answer;
  }

  // Whether who wrote it is who is here: nobody signed out since, or in as somebody else.
  ours({ by, turn }) {
    const who = subject(by.customer_token);
    return turn === note.get('turn') && (!who || who === subject(this.introduce().customer_token));
  }

  async read(path) { return (await this.ask('GET', path)).json(); }

  // Begin a visit, or go on with the one this browser remembers.
  visit() {
    return this.alone('visit', async () => {
      const token = await this.begin(this.introduce());
      this.unsure = '';
      if (token !== note.get('token')) { note.set('token', token); this.tell({ kind: 'token' }); }
    });
  }

  async begin(by, token) { return (await (await this.ask('POST', 'visits', by, null, token)).json()).token; }

  // A visit of who has gone again, for what they left to be sent; it ends when that is done.
  async lend({ by, turn }) {
    const key = turn + by.customer_token;
    if (!this.lent[key]) {
      this.lent[key] = await this.begin(by, '');
      note.set('left', `${note.get('left')} ${this.lent[key]}`.trim());
    }
    return this.lent[key];
  }

  // Hold the line for as long as this page lives, once it is this tab's turn.
  listen() {
    this.holding ||= this.alone('line', async () => {
      for (;;) {
        const token = note.get('token');
        await this.hear().catch(error => {
          if (error.status === 401 && token === note.get('token')) { note.set('token', ''); this.tell({ kind: 'token' }); }
          this.pause = error.wait || this.pause;
        });
        this.state(false);
        this.pause = Math.min(this.pause * 2 || 1000, 60000);
        do {
          await new Promise(yes => { this.again = yes; setTimeout(yes, this.pause * (.7 + Math.random() * .6)); });
        } while (!note.get('token') || !navigator.onLine);
      }
    });
  }

  async hear() {
    const talk = this.talk = new AbortController();
    let silence, text = '';
    const alive = () => { clearTimeout(silence); silence = setTimeout(() => talk.abort(), 45000); };
    try {
      alive();
      const whose = note.get('token');
      const answer = await this.ask('GET', `stream?cursor=${this.cursor}`, null, talk.signal, whose);
      const reader = answer.body.pipeThrough(new TextDecoderStream()).getReader();
      for (;;) {
        const { done: ended, value } = await reader.read();
        if (ended) return;
        alive();
        const events = (text += value).split('\n\n');
        text = events.pop();
        for (const event of events) {
          const [, kind, data] = /^event: (\w+)\ndata: (.*)$/.exec(event), told = JSON.parse(data);
          if (told.cursor) this.cursor = told.cursor;
          if (!this.up || this.pause) { this.pause = 0; this.state(true); this.flush(); }
          if (kind !== 'beat') this.tell({ kind, whose, ...told });
        }
      }
    } finally { clearTimeout(silence); }
  }

  // Send what waits, oldest first. Stops at the first that cannot leave now, and tries again later.
  async flush() {
    this.more = true;
    if (this.flushing) return;
    this.flushing = true;
    clearTimeout(this.later);
    try {
      while (this.more) {
        this.more = false;
        await this.alone('send', async () => { for (const message of await waiting.all()) if (!message.failed) await this.send(message); });
        await this.leave();
      }
      this.tries = 0;
    } catch (error) {
      this.tries = Math.min((this.tries || 0) + 1, 6);
      this.later = setTimeout(() => this.flush(), error.wait || 500 * 2 ** this.tries);
    }
    this.flushing = false;
  }

  // End the visits of who signed out, which what they wrote still needed.
  async leave() {
    const left = note.get('left');
    for (const token of left.split(' ').filter(Boolean)) await this.ask('POST', 'visits/end', null, null, token).catch(error => { if (error.status !== 401) throw error; });
    if (note.get('left') === left) note.set('left', '');
  }

  // In the name of who wrote it, also when somebody else has signed in meanwhile.
  async send(message) {
    try {
      if (!message.token) {
        const ours = this.ours(message);
        if (ours && (this.unsure || !note.get('token'))) await this.visit();
        message.token = ours ? note.get('token') : await this.lend(message);
        await waiting.put(message);
      }
      const { id, text, language, page, product } = message, files = [];
      for (const file of message.files) files.push({ id: await this.bring(message, file), media_type: file.blob.type, name: file.name });
      await this.ask('POST', 'messages', { id, text, language, page, product, files }, null, message.token);
      await waiting.remove(id);
      this.tell({ kind: 'sent', id });
      this.unsure || this.listen();
    } catch (error) {
      if (error.status === 401) {
        if (note.get('token') === message.token) note.set('token', '');
        message.token = '';
        this.lent = {};
      }
      if (error.status === 409) for (const file of message.files) file.there = null;
      message.failed = FINAL.includes(error.status);
      await waiting.put(message);
      if (!message.failed) throw error;
      this.tell({ kind: 'failed', id: message.id });
    }
  }

  // fetch() does not say how far it is; the older way does.
  async bring(message, file) {
    const { token } = message;
    if (file.there?.token !== token) {
      const id = await new Promise((yes, no) => {
        const request = new XMLHttpRequest();
        request.open('POST', `${this.server}/v1/chat/files`);
        request.setRequestHeader('Authorization', `Bearer ${token}`);
        request.setRequestHeader('Content-Type', file.blob.type);
        request.upload.onprogress = event => this.heard({ kind: 'progress', id: message.id, name: file.name, part: event.loaded / event.total });
        request.onload = () => request.status === 200 ? yes(JSON.parse(request.response).id) : no(trouble(request.status, +request.getResponseHeader('Retry-After')));
        request.onerror = no;
        request.send(file.blob);
      });
      file.there = { token, id };
      await waiting.put(message);
    }
    return file.there.id;
  }
}
