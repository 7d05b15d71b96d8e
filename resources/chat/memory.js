// What the browser remembers: who it is in localStorage, what waits to be sent in IndexedDB. Where
// the browser keeps nothing, the page does for as long as it is open.
const NAME = 'workstation-chat';
const spare = {};

const note = {
  get(key) { try { return localStorage.getItem(NAME + key) || ''; } catch { return spare[key] || ''; } },
  set(key, value) { try { localStorage.setItem(NAME + key, value); } catch { spare[key] = value; } },
};

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
  put(message) { return this.in('readwrite', store => store.put(message)).catch(() => this.spare.set(message.id, message)); },
  async all() {
    const kept = await this.in('readonly', store => store.getAll()).catch(() => []);
    return [...kept, ...this.spare.values()].sort((a, b) => a.id < b.id ? -1 : 1);
  },
  remove(id) { this.spare.delete(id); return this.in('readwrite', store => store.delete(id)).catch(() => {}); },
};

// A UUIDv7: ids sort by when they were made, so what was written first is sent first.
let newest = 0;
function newId() {
  newest = Math.max(Date.now(), newest + 1);
  const time = newest.toString(16).padStart(12, '0');
  const dice = Array.from(crypto.getRandomValues(new Uint8Array(9)), n => n.toString(16).padStart(2, '0')).join('');
  return `${time.slice(0, 8)}-${time.slice(8)}-7${dice.slice(0, 3)}-8${dice.slice(3, 6)}-${dice.slice(6)}`;
}
