// What the browser remembers: who it is in localStorage, whether the panel is open in
// sessionStorage, what waits to be sent in IndexedDB. Where
// the browser keeps nothing, the page does for as long as it is open.
const NAME = 'workstation-chat';
const spare = {};

const keep = store => ({
  get(key) { try { return window[store].getItem(NAME + key) || ''; } catch { return spare[key] || ''; } },
  set(key, value) { try { window[store].setItem(NAME + key, value); } catch { spare[key] = value; } },
});
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
  put(message) { return this.in('readwrite', store => store.put(message)).catch(() => this.spare.set(message.id, message)); },
  // In the order of their ids.
  async all() { return [...await this.in('readonly', store => store.getAll()).catch(() => []), ...this.spare.values()]; },
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
