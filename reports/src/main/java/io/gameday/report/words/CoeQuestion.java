package io.gameday.report.words;

import java.util.Optional;
import java.util.stream.Stream;

/// What every COE asks people, each beside the facts that a machine has about it. They ask how and what, never who.
public enum CoeQuestion {
    DET_1("What told us first: alarm, canary, colleague, customer, nothing?"),

    DET_2("Was that as soon as we had predicted?"),

    DET_3("What would have halved the time to detect?"),

    DET_4("Which signal already showed it earlier, and who could see it?"),

    DIA_1("How did we find out what caused the customers’ trouble?"),

    DIA_2("What would have halved the time to diagnose?"),

    DIA_3("Which leads turned out wrong, and what made them plausible?"),

    DIA_4("What of our own was going on: release, maintenance, test?"),

    MIT_1("How did the responders know what to do?"),

    MIT_2("Which runbook was opened, and which steps were missing or wrong?"),

    MIT_3("What would have halved the time to mitigate?"),

    MIT_4("What proved that customers were well again?"),

    MIT_5("Did escalation reach the right people; would earlier have helped?"),

    CHG_1("Did a change set it off; made by machine or by hand?"),

    CHG_2("Which safeguard or rollback could have stopped it; did it act?"),

    CHG_3("Why did testing let it pass?"),

    PRE_1("Was a fix already on the backlog; what kept it there?"),

    PRE_2("Could a programmed check have caught it?"),

    PRE_3("Which earlier COE does this repeat; why did its actions not help?"),

    PRE_4("Could an experiment have found it; does one exist?"),

    BLA_1("What would have halved the number of customers hit?"),

    BLA_2("Did the cell or zone boundary hold as designed?"),

    TEA_1("Which teams took part, and which were missing?");

    private final String text;

    CoeQuestion(String text) {
        this.text = text;
    }

    public String text() {
        return text;
    }

    /// As it stands in the file and the document: `DET-1`.
    public String id() {
        return name().replace('_', '-');
    }

    /// It wants one idea that would have halved something.
    public boolean halving() {
        return this == DET_3 || this == DIA_2 || this == MIT_3 || this == BLA_1;
    }

    public static Optional<CoeQuestion> of(String id) {
        return Stream.of(values()).filter(question -> question.id().equals(id)).findFirst();
    }
}
