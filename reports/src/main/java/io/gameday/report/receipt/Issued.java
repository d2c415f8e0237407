package io.gameday.report.receipt;

import java.time.Instant;

/// A receipt with the moment at which it was computed: what `receipt.json` in the run's folder holds.
public record Issued(Instant computed, Receipt receipt) {

    public static final String FILE = "receipt.json";
}
