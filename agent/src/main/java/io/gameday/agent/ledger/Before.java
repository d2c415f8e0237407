package io.gameday.agent.ledger;

import java.time.Duration;
import org.jspecify.annotations.Nullable;

/// How a task served right before the injection: what its later orders are compared with.
///
/// @param asked             orders sent to it
/// @param served            of them
/// @param median            time of those that were answered; null when none was
/// @param stockUnknown      of those served, how many could not tell the stock
/// @param revision          that it said it runs; null when it did not say
/// @param residentMebibytes of its process, by the operating system; null when not known
public record Before(int asked, int served, @Nullable Duration median, int stockUnknown, @Nullable String revision,
        @Nullable Long residentMebibytes) {

    /// It served orders, and told the stock of none of them.
    public boolean knewNoStock() {
        return served > 0 && stockUnknown == served;
    }
}
