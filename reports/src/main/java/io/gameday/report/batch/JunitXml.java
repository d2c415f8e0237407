package io.gameday.report.batch;

import io.gameday.journal.Verdict;
import io.gameday.report.export.XmlText;
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

    /// @param timestamp empty where nothing was played
    private record Suite(String name, String timestamp, Duration time, List<Case> cases) {

        long failures() {
            return cases.stream().filter(c -> !c.passed() && !c.error()).count();
        }

        long errors() {
            return cases.stream().filter(Case::error).count();
        }
    }

    /// One run.
    public static String write(Scorecard scorecard) {
        Suite suite = suite(scorecard);
        return document(out -> write(out, "\n", suite));
    }

    /// Several runs. One that was not played is a suite of one error.
    public static String write(List<BatchRun> runs) {
        List<Suite> suites = runs.stream().map(JunitXml::suite).toList();
        return document(out -> {
            out.writeCharacters("\n");
            out.writeStartElement("testsuites");
            out.writeAttribute("name", "gameday");
            out.writeAttribute("tests", String.valueOf(suites.stream().mapToLong(s -> s.cases().size()).sum()));
            out.writeAttribute("failures", String.valueOf(suites.stream().mapToLong(Suite::failures).sum()));
            out.writeAttribute("errors", String.valueOf(suites.stream().mapToLong(Suite::errors).sum()));
            out.writeAttribute("time", seconds(suites.stream().map(Suite::time).reduce(Duration.ZERO, Duration::plus)));
            for (Suite suite : suites) {
                write(out, "\n  ", suite);
            }
            out.writeCharacters("\n");
            out.writeEndElement();
        });
    }

    private interface Content {
        void write(XMLStreamWriter out) throws XMLStreamException;
    }

    private static String document(Content content) {
        StringWriter text = new StringWriter();
        try {
            XMLStreamWriter out = XMLOutputFactory.newDefaultFactory().createXMLStreamWriter(text);
            out.writeStartDocument("UTF-8", "1.0");
            content.write(out);
            out.writeCharacters("\n");
            out.writeEndDocument();
        } catch (XMLStreamException e) {
            throw new IllegalStateException("junit.xml cannot be written: " + e.getMessage(), e);
        }
        return text.toString();
    }

    private static Suite suite(Scorecard card) {
        JunitXml run = new JunitXml(card);
        List<Case> cases = new ArrayList<>();
        cases.add(run.run());
        card.predictions().forEach(p -> cases.add(prediction(p)));
        cases.add(run.faultsGone());
        return new Suite(card.experiment().name(), card.begun().toString(),
                Duration.between(card.begun(), card.ended()), cases);
    }

    private static Suite suite(BatchRun run) {
        Trials trials = run.trials();
        Scorecard card = run.card();
        return trials != null ? suite(run, trials) : card != null ? suite(card) : notPlayed(run);
    }

    /// Only what came of all runs together: one that broke by noise is no failure.
    private static Suite suite(BatchRun run, Trials trials) {
        List<Case> cases = new ArrayList<>();
        boolean ended = List.of(0, 3, 4).contains(run.exitCode()) && run.why().isEmpty();
        cases.add(new Case("runs came to their end", true, ended ? "" : run.word(), ended ? "" : run.why()));
        trials.lines().forEach(line -> cases.add(switch (line.verdict()) {
            case HELD -> new Case(line.text(), false, "", "");
            case BROKEN -> new Case(line.text(), false, "wanted " + line.wanted(), line.why());
            case UNKNOWN -> new Case(line.text(), true, "unknown", line.why());
        }));
        List<Scorecard> cards = trials.runs().stream().map(BatchRun::card).flatMap(Stream::ofNullable).toList();
        return new Suite(run.name(), cards.isEmpty() ? "" : cards.getFirst().begun().toString(), cards.stream()
                .map(card -> Duration.between(card.begun(), card.ended())).reduce(Duration.ZERO, Duration::plus),
                cases);
    }

    private static Suite notPlayed(BatchRun run) {
        return new Suite(run.name(), "", Duration.ZERO,
                List.of(new Case("run came to its end", true, run.word(), run.why())));
    }

    private static void write(XMLStreamWriter out, String indent, Suite suite) throws XMLStreamException {
        out.writeCharacters(indent);
        out.writeStartElement("testsuite");
        out.writeAttribute("name", XmlText.clean(suite.name()));
        out.writeAttribute("tests", String.valueOf(suite.cases().size()));
        out.writeAttribute("failures", String.valueOf(suite.failures()));
        out.writeAttribute("errors", String.valueOf(suite.errors()));
        out.writeAttribute("skipped", "0");
        if (!suite.timestamp().isEmpty()) {
            out.writeAttribute("timestamp", suite.timestamp());
        }
        out.writeAttribute("time", seconds(suite.time()));
        for (Case c : suite.cases()) {
            write(out, indent + "  ", suite.name(), c);
        }
        out.writeCharacters(indent);
        out.writeEndElement();
    }

    private static String seconds(Duration time) {
        return BigDecimal.valueOf(time.toMillis()).divide(BigDecimal.valueOf(1000), 3, RoundingMode.HALF_UP)
                .toPlainString();
    }

    private static void write(XMLStreamWriter out, String indent, String suite, Case c) throws XMLStreamException {
        out.writeCharacters(indent);
        out.writeStartElement("testcase");
        out.writeAttribute("classname", XmlText.clean("gameday." + suite));
        out.writeAttribute("name", XmlText.clean(c.name()));
        if (!c.passed()) {
            out.writeCharacters(indent + "  ");
            out.writeStartElement(c.error() ? "error" : "failure");
            out.writeAttribute("message", XmlText.clean(c.message()));
            out.writeCharacters(XmlText.clean(c.detail()));
            out.writeEndElement();
            out.writeCharacters(indent);
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
