/// What servers tell of themselves at a Prometheus endpoint, read from outside: asked for, parsed, and made into rates,
/// shares and quantiles between two scrapes. What could not be read is unknown or missing, never zero.
/// Start with [io.gameday.prometheus.Scraper] and [io.gameday.prometheus.Rates].
///
/// ```
/// server ◄── GET ── Scraper ──► Scrape ──┬─ Unknown (why)
///                                        └─ Read ──► Rates (of two) ──► Datapoint
/// ```
@NullMarked
package io.gameday.prometheus;

import org.jspecify.annotations.NullMarked;
