import { isAlias, isMap, isScalar, isSeq, type LineCounter, type Pair, type YAMLMap } from 'yaml';
import { formatPath, quoteKey, type PathPart, type StudyFileFault } from './fault.js';

/** The visits that a document may cost. References count each time, so a small bomb of them runs out. */
const visitLimit = 100_000;
const depthLimit = 24;

/** Thrown when reading would cost more than any honest study file does. */
export class DocumentTooComplex extends Error {}

/**
 * Turns nodes into plain values and remembers the line of every path. It does so itself because the
 * library's own conversion compares every key with every other and follows merges without counting.
 */
export class NodeReader {
  readonly faults: StudyFileFault[] = [];
  private readonly lines = new Map<string, number>();
  private readonly anchors = new Map<string, unknown>();
  private visits = 0;

  constructor(private readonly lineCounter: LineCounter) {}

  /** The line of a path or, for what is missing or merged in, of the nearest thing around it. */
  lineOf(path: string): number | undefined {
    for (let rest = path; rest !== ''; rest = rest.replace(/(\.|\[)[^.[]*$|^[^.[]*$/, '')) {
      const line = this.lines.get(rest);
      if (line !== undefined) return line;
    }
    return this.lines.get('');
  }

  read(node: unknown, path: readonly PathPart[] = []): unknown {
    this.visits += 1;
    if (this.visits > visitLimit || path.length > depthLimit) throw new DocumentTooComplex();
    this.remember(path, node);
    if (isAlias(node)) return this.readAlias(node.source, path);
    const value = this.readContent(node, path);
    const anchor = (node as { anchor?: string } | null)?.anchor;
    if (anchor !== undefined) this.anchors.set(anchor, node);
    return value;
  }

  private readContent(node: unknown, path: readonly PathPart[]): unknown {
    if (isMap(node)) return this.readMap(node, path);
    if (isSeq(node)) return node.items.map((item, index) => this.read(item, [...path, index]));
    return isScalar(node) ? node.value : null;
  }

  private readAlias(anchor: string, path: readonly PathPart[]): unknown {
    if (this.anchors.has(anchor)) return this.read(this.anchors.get(anchor), path);
    this.fault(path, `refers to ${quoteKey(`&${anchor}`)}, which is not defined above`);
    return null;
  }

  private readMap(map: YAMLMap, path: readonly PathPart[]): Record<string, unknown> {
    const own: Record<string, unknown> = {};
    const merged: Record<string, unknown>[] = [];
    for (const pair of map.items) {
      const key = this.readKey(pair, path);
      if (key === undefined) continue;
      const at = [...path, key];
      if (isMergeKey(pair)) merged.push(...this.readMerged(pair.value, at));
      else if (Object.hasOwn(own, key)) this.fault(at, 'is given twice', pair.key);
      else {
        this.remember(at, pair.key);
        own[key] = this.read(pair.value, at);
      }
    }
    // An own key wins from a merged one, and the first merged group from the later ones.
    return Object.assign({}, ...merged.toReversed(), own) as Record<string, unknown>;
  }

  private readKey(pair: Pair, path: readonly PathPart[]): string | undefined {
    const key = isScalar(pair.key) ? String(pair.key.value) : undefined;
    if (key === undefined) this.fault(path, 'must have plain words as keys', pair.key);
    // Assigning this key would change what the object is instead of adding to it.
    if (key === '__proto__') this.fault([...path, key], 'is not a key that belongs here', pair.key);
    return key === '__proto__' ? undefined : key;
  }

  private readMerged(node: unknown, path: readonly PathPart[]): Record<string, unknown>[] {
    const value = this.read(node, path);
    const groups = Array.isArray(value) ? (value as unknown[]) : [value];
    const fit = groups.filter(isGroup);
    if (fit.length < groups.length) this.fault(path, 'must refer to a group of keys', node);
    return fit;
  }

  private remember(path: readonly PathPart[], node: unknown): void {
    const key = formatPath(path);
    const line = this.lineAt(node);
    if (line !== undefined && !this.lines.has(key)) this.lines.set(key, line);
  }

  private fault(path: readonly PathPart[], message: string, node?: unknown): void {
    const line = this.lineAt(node) ?? this.lineOf(formatPath(path));
    this.faults.push({ path: formatPath(path), message, ...(line !== undefined && { line }) });
  }

  private lineAt(node: unknown): number | undefined {
    const range = (node as { range?: readonly number[] | null } | null | undefined)?.range;
    return range?.[0] === undefined ? undefined : this.lineCounter.linePos(range[0]).line;
  }
}

function isMergeKey(pair: Pair): boolean {
  return isScalar(pair.key) && pair.key.value === '<<' && pair.key.type === 'PLAIN';
}

function isGroup(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
