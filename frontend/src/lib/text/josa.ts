/**
 * Korean particles chosen by the final sound of what stands before them, also after Latin letters and
 * digits ("Tan과", "AI로", "KTB가", "12월은"). Hangul is decided by es-hangul; other endings are first read
 * aloud and replaced by a syllable with the same final sound.
 */
import { josa as pickJosa } from 'es-hangul';

/** The pairs that can be asked for, with the form after a consonant first except 와/과. */
export type Pair = Parameters<typeof pickJosa>[1];

const digits = ['영', '일', '이', '삼', '사', '오', '육', '칠', '팔', '구'];

/** Letter names whose final sound is not a vowel; every other letter's name ends in one. */
const letterNames: Record<string, string> = { l: '엘', m: '엠', n: '엔', r: '알' };

const symbols: Record<string, string> = {
  '%': '퍼센트',
  '‰': '퍼밀',
  '℃': '도',
  '+': '플러스',
  '&': '앤드',
  '#': '샵',
};

/** The last syllable of a whole number as it is read: 10 십, 300 백, 5,000 천, 20,000 만. */
function numberSyllable(number: string): string {
  const plain = number.replace(/,/g, '');
  const zeros = plain.length - plain.replace(/0+$/, '').length;
  if (zeros === 0 || zeros === plain.length || plain.includes('.')) {
    return digits[Number(plain.at(-1))] ?? '영';
  }
  if (zeros >= 12) return '조';
  if (zeros >= 8) return '억';
  if (zeros >= 4) return '만';
  return ['', '십', '백', '천'][zeros] ?? '영';
}

/** A Latin word read as Korean spells it: which consonant, if any, closes its last syllable. */
function wordSyllable(word: string): string {
  const w = word.toLowerCase();
  if (/(?:[^aeiouy]|^)(?:le|l)$|[aeiouy]l{1,2}e?$/.test(w)) return '일';
  if (/ng$/.test(w)) return '잉';
  if (/m(?:e|m|b)?$/.test(w)) return '임';
  if (/n(?:e|n)?$/.test(w)) return '인';
  // One short vowel and a stop close the syllable: lab 랩, net 넷, book 북, chip 칩, group 그룹.
  if (/(?:^|[^aeiouy])(?:[aeiou]|oo|ou|ea)p$|(?:^|[^aeiouy])[aeiou]b$/.test(w)) return '입';
  if (/(?:^|[^aeiouy])[aeiou]t{1,2}$/.test(w)) return '잇';
  if (/(?:^|[^aeiouy])(?:[aeiou]|oo)c?k$|ic$/.test(w)) return '익';
  return '이';
}

/** A word that is spelled out letter by letter: "KIC", "R&D", "B2B", a single letter. */
function spelledOut(word: string): boolean {
  return word.length === 1 || (word === word.toUpperCase() && word.length <= 5) || !/[aeiouy]/i.test(word);
}

/** A Hangul syllable that ends as the whole text does. */
function lastSound(text: string): string {
  // Closing quotes and brackets are silent, and so is a remark in brackets unless it is all there is.
  const bare = text.normalize('NFC').replace(/[\s"'’”』」》〉.,!?…]+$/u, '');
  const outside = bare.replace(/\s*[([（][^()[\]（）]*[)\]）]$/u, '');
  const heard = (outside === '' ? bare.replace(/[)\]）]+$/u, '') : outside).replace(/["'’”』」》〉]+$/u, '');
  const number = /(\d[\d,]*(?:\.\d+)?)$/.exec(heard);
  if (number?.[1]) return numberSyllable(number[1]);
  const word = /([A-Za-zÀ-ÿ]+)$/.exec(heard);
  if (word?.[1]) {
    const plain = word[1].normalize('NFD').replace(/[\u0300-\u036f]/g, '');
    const last = plain.at(-1)?.toLowerCase() ?? '';
    return spelledOut(plain) ? (letterNames[last] ?? '이') : wordSyllable(plain);
  }
  const final = heard.at(-1) ?? '';
  return symbols[final] ?? final;
}

/** The particle alone: `particle('Tan', '은/는')` is `은`. */
export function particle(text: string, pair: Pair): string {
  const sound = lastSound(text);
  return pickJosa.pick(sound === '' ? '이' : sound, pair);
}

/** The text with its particle: `josa('서울', '으로/로')` is `서울로`. */
export function josa(text: string, pair: Pair): string {
  return text + particle(text, pair);
}
