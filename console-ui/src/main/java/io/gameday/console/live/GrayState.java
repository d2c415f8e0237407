package io.gameday.console.live;

import io.gameday.console.run.Contact;
import io.gameday.console.text.Texts;
import io.gameday.experiment.Impact;
import java.util.stream.Collectors;

/// Where customers are hurt and nothing tells, in words; both empty while that is nowhere so.
record GrayState(String word, String text) {

    static final GrayState NONE = new GrayState("", "");

    static GrayState of(Moment moment) {
        boolean over = moment.contact() instanceof Contact.Ended || moment.contact() instanceof Contact.Lost;
        var places = moment.grayNow()
                .places(moment.plan() == null ? new Impact(Impact.USUAL) : Impact.of(moment.plan()));
        return over || places.isEmpty()
                ? NONE
                : new GrayState(Texts.of("live.gray.chip"),
                        Texts.of("live.gray.text", places.stream().map(
                                place -> Texts.of("live.gray.place", place.name(), String.valueOf(place.seconds())))
                                .collect(Collectors.joining(", "))));
    }
}
