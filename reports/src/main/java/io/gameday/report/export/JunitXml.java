package io.gameday.report.export;

import io.gameday.journal.Verdict;
import io.gameday.report.scorecard.FaultReceipt;
import io.gameday.report.scorecard.Scorecard;
import io.gameday.report.scorecard.Scorecard.Prediction;
import java.io.StringWriter;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import javax.xml.stream.XMLOutputFactory;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamWriter;

/// A run as one suite of JUnit: a case per prediction, one for the run itself and one for its faults being gone.
/// Broken is a failure; unknown, interrupted and not started are errors, because not knowing is not passing.
public final class JunitXml {

    private final Scorecard card;

    private JunitXml(Scorecard card) {
        this.card = card;
    }

    /// @param error   true for an error, false for a failure
    /// @param message empty when it passed
    private record Case(String name, boolean error, String message, String detail) {

        boolean passed() {
            return message.isEmpty();
        }
    }

    public static String write(Scorecard scorecard) {
        try {
            return new JunitXml(scorecard).write();
        } catch (XMLStreamException e) {
            throw new IllegalStateException("junit.xml cannot be written: " + e.getMessage(), e);
        }
    }

    private String write() throws XMLStreamException {
        List<Case> cases = new ArrayList<>();
        cases.add(run());
        card.predictions().forEach(p -> cases.add(prediction(p)));
        cases.add(faultsGone());
        StringWriter text = new StringWriter();
        XMLStreamWriter out = XMLOutputFactory.newDefaultFactory().createXMLStreamWriter(text);
        out.writeStartDocument("UTF-8", "1.0");
        out.writeCharacters("\n");
        out.writeStartElement("testsuite");
        out.writeAttribute("name", XmlText.clean(card.experiment().name()));
        out.writeAttribute("tests", String.valueOf(cases.size()));
        out.writeAttribute("failures", String.valueOf(cases.stream().filter(c -> !c.passed() && !c.error()).count()));
        out.writeAttribute("errors", String.valueOf(cases.stream().filter(Case::error).count()));
        out.writeAttribute("skipped", "0");
        out.writeAttribute("timestamp", card.begun().toString());
        out.writeAttribute("time", BigDecimal.valueOf(Duration.between(card.begun(), card.ended()).toMillis())
                .divide(BigDecimal.valueOf(1000), 3, RoundingMode.HALF_UP).toPlainString());
        for (Case c : cases) {
            write(out, c);
        }
        out.writeCharacters("\n");
        out.writeEndElement();
        out.writeCharacters("\n");
        out.writeEndDocument();
        return text.toString();
    }

    private void write(XMLStreamWriter out, Case c) throws XMLStreamException {
        out.writeCharacters("\n  ");
        out.writeStartElement("testcase");
        out.writeAttribute("classname", XmlText.clean("gameday." + card.experiment().name()));
        out.writeAttribute("name", XmlText.clean(c.name()));
        if (!c.passed()) {
            out.writeCharacters("\n    ");
            out.writeStartElement(c.error() ? "error" : "failure");
            out.writeAttribute("message", XmlText.clean(c.message()));
            out.writeCharacters(XmlText.clean(c.detail()));
            out.writeEndElement();
            out.writeCharacters("\n  ");
        }
        out.writeEndElement();
    }

    private Case run() {
        boolean ran = !card.outcome().interrupted() && !card.outcome().notStarted();
        return new Case("run came to its end", !ran,
                ran ? "" : card.outcome().interrupted() ? "interrupted" : "not started", card.outcome().reason());
    }

    private static Case prediction(Prediction p) {
        String name = p.text().isEmpty() ? p.id() : p.id() + " " + p.text();
        String message = "wanted " + p.wanted() + ", was " + p.value();
        return switch (p.verdict()) {
            case HELD -> new Case(name, false, "", "");
            case BROKEN -> new Case(name, false, message, p.detail());
            case UNKNOWN -> new Case(name, true, "unknown", p.detail());
        };
    }

    private Case faultsGone() {
        Verdict gone = card.faultsGone();
        List<String> left = Stream
                .concat(card.faults().stream().filter(f -> f.gone() != Verdict.HELD).map(FaultReceipt::undo),
                        card.failedInjections().stream().filter(f -> f.gone() != Verdict.HELD).map(f -> f.undo()))
                .toList();
        String detail = "Take away by hand: " + String.join("; ", left);
        return switch (gone) {
            case HELD -> new Case("every fault seen gone", false, "", "");
            case BROKEN -> new Case("every fault seen gone", false, "a fault is still there", detail);
            case UNKNOWN -> new Case("every fault seen gone", true, "a fault was not seen gone", detail);
        };
    }
}
