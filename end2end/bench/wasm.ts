// What a WebAssembly module is made of, by its sections (WebAssembly Core Specification, 5.5 Modules).
const [HEADER, CODE, DATA] = [8, 10, 11];

/** In words: its code, by how many functions, and its data, before compression. */
export function madeOf(module: Uint8Array): string {
  let [at, functions, code, data] = [HEADER, 0, 0, 0];
  while (at < module.length) {
    const id = module[at];
    const [size, begins] = number(module, at + 1);
    if (id === CODE) [functions, code] = [number(module, begins)[0], size];
    if (id === DATA) data = size;
    at = begins + size;
  }
  return `${(code / 1000).toFixed(0)} kB of code in ${functions} functions, ${(data / 1000).toFixed(0)} kB of data, before compression`;
}

/** An unsigned LEB128 number, and where it ends. */
function number(bytes: Uint8Array, at: number): [number, number] {
  let [value, place] = [0, at];
  for (let factor = 1; ; factor *= 128) {
    const byte = bytes[place] ?? 0;
    place += 1;
    value += (byte & 127) * factor;
    if (byte < 128) return [value, place];
  }
}
