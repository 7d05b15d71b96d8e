// What the browser remembers: who it is and what waits to be sent in localStorage, photos in
// IndexedDB, whether the panel is open in sessionStorage. Where the browser keeps nothing, the page
// does for as long as it is open.
const NAME = 'workstation-chat';

function keep(name) {
  let shelf = {};
  try { shelf = window[name] || shelf; } catch {}
  return {
    shelf,
    get: key => shelf[NAME + key] || '',
    // Whether there was room for it.
    set(key, value) { try { value ? shelf[NAME + key] = value : delete shelf[NAME + key]; return true; } catch {} },
  };
}
const note = keep('localStorage'), tab = keep('sessionStorage');

const done = request => new Promise((yes, no) => { request.onsuccess = () => yes(request.result); request.onerror = () => no(request.error); });

const waiting = {
  spare: new Map(),
  async in(mode, work) {
    this.opened ||= (() => {
      const opening = indexedDB.open(NAME, 1);
      opening.onupgradeneeded = () => opening.result.createObjectStore('waiting', { keyPath: 'id' });
      return done(opening);
    })();
    const transaction = (await this.opened).transaction('waiting', mode);
    const found = done(work(transaction.objectStore('waiting')));
    await new Promise((yes, no) => { transaction.oncomplete = yes; transaction.onabort = no; });
    return found;
  },
  // Kept when this returns, if it is only text.
  put(message) {
    return !message.files.length && note.set(`:${message.id}`, JSON.stringify(message))
      || this.in('readwrite', store => store.put(message)).catch(() => this.spare.set(message.id, message));
  },
  async all() {
    const texts = Object.keys(note.shelf).filter(key => key.startsWith(`${NAME}:`)).map(key => JSON.parse(note.shelf[key]));
    return [...texts, ...await this.in('readonly', store => store.getAll()).catch(() => []), ...this.spare.values()].sort((a, b) => a.id < b.id ? -1 : 1);
  },
  remove(id) {
    note.set(`:${id}`, '');
    this.spare.delete(id);
    return this.in('readwrite', store => store.delete(id)).catch(() => {});
  },
};

// A UUIDv7: ids sort by when they were made, so what was written first is sent first.
let newest = 0;
function newId() {
  newest = Math.max(Date.now(), newest + 1);
  const time = newest.toString(16).padStart(12, '0');
  const dice = Array.from(crypto.getRandomValues(new Uint8Array(9)), n => n.toString(16).padStart(2, '0')).join('');
  return `${time.slice(0, 8)}-${time.slice(8)}-7${dice.slice(0, 3)}-8${dice.slice(3, 6)}-${dice.slice(6)}`;
}
