package io.gameday.report.gray;

import java.util.List;

/// Customers against observers, in seconds: gray is what customers felt and nothing told of.
///
/// @param places         zones, then cells
/// @param standingBefore alarms and findings left out since the first fault, as they stood already when it came
/// @param overload       what is known about overload, which is not gray
public record Square(List<PlaceSeconds> places, List<String> standingBefore, String overload) {

    private static final String TOLD_APART = "not called gray: customers are below the objective, and at least half of the "
            + "requests without a useful answer were refused for want of capacity";
    /// Why no second here is called overload.
    private static final String NOT_TOLD_APART = "not told apart: the journal counts requests without a useful answer, not "
            + "which of them were refused for want of capacity";

    public static Square of(Views views, List<String> standingBefore) {
        return new Square(views.places().stream()
                .map(place -> PlaceSeconds.of(place, views.of(place), views.serversAsked())).toList(), standingBefore,
                views.refusalsCounted() ? TOLD_APART : NOT_TOLD_APART);
    }
}
