package io.gameday.observability.alarm;

/// How an alarm treats missing datapoints; CloudWatch's `TreatMissingData`.
public enum MissingData {
    MISSING, IGNORE, BREACHING, NOT_BREACHING
}
