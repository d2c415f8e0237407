package io.gameday.junit;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

/// What a team writes. Played under both generations of JUnit.
class SampleGameDays {

    @GameDay("az-power-loss")
    void aZoneIsLostAndNobodyNotices(Scorecard card, Journal journal, GameDayRun run) {
        assertEquals(0, card.customersHurt());
        assertEquals(40, card.customers());
        assertEquals(Verdict.HELD, card.prediction("alarm zone-impact").orElseThrow().verdict());
        assertEquals(1, journal.of("FaultInjected").size());
        assertTrue(journal.first("FaultConfirmedGone").isPresent());
        assertEquals(Verdict.HELD, run.verdict());
    }

    @GameDay(value = "az-power-loss-unscaled", expect = Verdict.BROKEN)
    void withoutHeadroomItIsKnownToBreak(Scorecard card) {
        assertTrue(card.failed() > 0 && card.failed() < card.requests());
        assertTrue(card.durations().get("detect").toSeconds() < 15);
    }
}
