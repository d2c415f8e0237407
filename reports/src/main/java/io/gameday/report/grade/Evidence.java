package io.gameday.report.grade;

import io.gameday.signal.AlarmCondition;
import io.gameday.signal.Alarms;
import io.gameday.signal.Breaches;
import io.gameday.signal.Pages;
import io.gameday.signal.Period;
import io.gameday.signal.Series;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// All that was read of an incident.
///
/// @param pages   null when no log of pages could be read
/// @param noPages why not; empty when there is one
/// @param tested  conditions of alarms to try other settings of, by the alarm's name
/// @param notes   what is to be said besides, such as clocks that differ
public record Evidence(Period period, Series customers, Alarms alarms, @Nullable Pages pages, String noPages,
        Map<String, Tested> tested, List<String> notes) {

    /// @param breaches when the condition was true, whatever the alarm made of it
    public record Tested(AlarmCondition condition, Breaches breaches) {
    }
}
