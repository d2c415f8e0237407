package io.gameday.signal;

import java.time.Duration;

/// What a team's alarms did. Calls block until the answer is there or the source's limit is over.
public interface AlarmHistory {

    /// Every alarm that exists or rang in `period`, so that one that stayed silent is known too.
    ///
    /// @param step how finely it is looked at; times are exact to one step
    /// @throws SourceFailure when the source did not answer, or refused
    Alarms read(Period period, Duration step) throws SourceFailure;

    /// Why the condition has nothing to look at now, such as a metric that is not there: then it never rings, and its
    /// silence says nothing. Empty when it has, or when the source cannot tell.
    ///
    /// @throws SourceFailure when the source did not answer, or refused
    default String missing(AlarmCondition condition) throws SourceFailure {
        return "";
    }

    /// When the condition of `alarm` was true, whatever its delay made of that.
    ///
    /// @throws SourceFailure when the source did not answer, or refused
    Breaches breaches(AlarmCondition condition, Period period) throws SourceFailure;
}
