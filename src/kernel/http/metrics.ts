import { Injectable } from '@nestjs/common';

/** Seconds; the last bucket (+Inf) is the count. */
const buckets = [0.005, 0.025, 0.1, 0.25, 0.5, 1, 2.5, 10] as const;

interface Durations {
  readonly counts: number[];
  sum: number;
  count: number;
}

export interface Gauge {
  readonly name: string;
  readonly help: string;
  readonly read: () => number | Promise<number>;
}

/** Counts since the start, one for each value of a label; these values come from the code. */
export interface Counter {
  readonly name: string;
  readonly help: string;
  readonly label: string;
  readonly read: () => ReadonlyMap<string, number>;
}

/** Numbers for Prometheus: the process, request durations by route pattern, and what features register. */
@Injectable()
export class Metrics {
  readonly #durations = new Map<string, Durations>();
  readonly #gauges = new Map<string, Gauge>();
  readonly #counters = new Map<string, Counter>();

  registerGauge(gauge: Gauge): void {
    this.#gauges.set(gauge.name, gauge);
  }

  registerCounter(counter: Counter): void {
    this.#counters.set(counter.name, counter);
  }

  /** `route` is the pattern (`/r/:token`), never an address. */
  observe(request: { method: string; route: string; status: number }, seconds: number): void {
    const labels = `method="${request.method}",route="${request.route}",status="${request.status}"`;
    const known = this.#durations.get(labels);
    const durations = known ?? { counts: buckets.map(() => 0), sum: 0, count: 0 };
    if (!known) this.#durations.set(labels, durations);
    buckets.forEach((limit, i) => (durations.counts[i]! += seconds <= limit ? 1 : 0));
    durations.sum += seconds;
    durations.count += 1;
  }

  /** The text exposition format, version 0.0.4. */
  async write(): Promise<string> {
    const own = [
      gaugeLines('process_resident_memory_bytes', 'Resident memory.', process.memoryUsage.rss()),
      gaugeLines('process_uptime_seconds', 'Time since the start.', process.uptime()),
      gaugeLines('process_cpu_seconds', 'User and system CPU time.', cpuSeconds()),
    ];
    const gauges = [...this.#gauges.values()].map(async ({ name, help, read }) =>
      gaugeLines(name, help, await read()),
    );
    const counters = [...this.#counters.values()].map(counterLines);
    return [...own, ...(await Promise.all(gauges)), ...counters, this.#durationLines(), ''].join('\n');
  }

  #durationLines(): string {
    const name = 'http_request_duration_seconds';
    const series = [...this.#durations].flatMap(([labels, { counts, sum, count }]) => [
      ...buckets.map((limit, i) => `${name}_bucket{${labels},le="${limit}"} ${counts[i]}`),
      `${name}_bucket{${labels},le="+Inf"} ${count}`,
      `${name}_sum{${labels}} ${sum}`,
      `${name}_count{${labels}} ${count}`,
    ]);
    return [`# HELP ${name} Time to answer.`, `# TYPE ${name} histogram`, ...series].join('\n');
  }
}

const gaugeLines = (name: string, help: string, value: number) =>
  `# HELP ${name} ${help}\n# TYPE ${name} gauge\n${name} ${value}`;

const counterLines = ({ name, help, label, read }: Counter) =>
  [
    `# HELP ${name} ${help}`,
    `# TYPE ${name} counter`,
    ...[...read()].map(([value, count]) => `${name}{${label}="${value}"} ${count}`),
  ].join('\n');

function cpuSeconds(): number {
  const { user, system } = process.cpuUsage();
  return (user + system) / 1_000_000;
}
