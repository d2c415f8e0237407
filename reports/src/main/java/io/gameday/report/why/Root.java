package io.gameday.report.why;

/// What every COE asks why of.
public enum Root {
    /// Why did it happen?
    IMPACT,
    /// Why was it not seen sooner?
    DETECTION,
    /// Why did mitigation take so long?
    RESPONSE,
    /// Why did it reach that many?
    BLAST_RADIUS
}
