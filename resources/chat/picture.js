// Photos made fit to send: a telephone's are larger than anybody needs to see.
async function fit(file, { largest_file: most, media_types: types }, say) {
  let blob = file, name = (file.name || say('photo')).slice(-100);
  if (file.type.startsWith('image/') && file.type !== 'image/gif') {
    const bitmap = await createImageBitmap(file).catch(() => { throw new Error(say('kind', { name })); });
    const scale = Math.min(1, 2048 / Math.max(bitmap.width, bitmap.height));
    if (scale < 1 || file.size > 1500000 || !types.includes(file.type)) {
      const canvas = document.createElement('canvas'), paper = canvas.getContext('2d');
      canvas.width = bitmap.width * scale || 1;
      canvas.height = bitmap.height * scale || 1;
      paper.fillStyle = '#fff';
      paper.fillRect(0, 0, canvas.width, canvas.height);
      paper.drawImage(bitmap, 0, 0, canvas.width, canvas.height);
      blob = await new Promise(yes => canvas.toBlob(yes, 'image/jpeg', .86));
      name = name.replace(/\.\w+$/, '') + '.jpg';
    }
  }
  if (!types.includes(blob.type)) throw new Error(say('kind', { name }));
  if (blob.size > most) throw new Error(say('large', { name, n: most >> 20 }));
  return { blob, name };
}
