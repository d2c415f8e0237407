/// Measurements of the whole program as its users start it, and campaigns that treat it badly. Never part of the
/// tests: figures depend on the machine. Start with [io.gameday.benchmark.RunFigures] and
/// [io.gameday.benchmark.BadLuck]; `gameday history` has [io.gameday.benchmark.HistoryFigures], the console
/// [io.gameday.benchmark.ConsoleStart], the proxy
/// [io.gameday.benchmark.ProxyFigures], [io.gameday.benchmark.LatencyAccuracy] and [io.gameday.benchmark.RemovalFigures];
/// detection of zone faults is in [io.gameday.benchmark.detection].
@NullMarked
package io.gameday.benchmark;

import org.jspecify.annotations.NullMarked;
