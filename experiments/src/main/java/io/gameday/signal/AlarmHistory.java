package io.gameday.signal;

import java.time.Duration;

/// What a team's alarms did. Calls block until the answer is there or the source's limit is over.
public interface AlarmHistory {

    /// Every alarm that exists or rang in `period`, so that one that stayed silent is known too.
    ///
    /// @param step how finely it is looked at; times are exact to one step
    /// @throws SourceFailure when the source did not answer, or refused
    Alarms read(Period period, Duration step) throws SourceFailure;

    /// When the condition of `alarm` was true, whatever its delay made of that.
    ///
    /// @throws SourceFailure when the source did not answer, or refused
    Breaches breaches(AlarmCondition condition, Period period) throws SourceFailure;
}
