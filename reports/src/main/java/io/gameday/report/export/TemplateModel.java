package io.gameday.report.export;

import io.gameday.observability.Scope;
import io.gameday.report.chart.Chart;
import io.gameday.report.chart.Drawing;
import io.gameday.report.chart.Lanes;
import io.gameday.report.chart.Picture;
import io.gameday.report.chart.SparkLine;
import io.gameday.report.chart.SvgChart;
import io.gameday.report.chart.SvgLanes;
import io.gameday.report.phrase.OwnWords;
import io.gameday.target.Fault;
import io.pebbletemplates.pebble.extension.escaper.SafeString;
import java.lang.reflect.RecordComponent;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.function.UnaryOperator;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/// A document as nothing but maps, lists, texts, numbers and booleans: what templates get to see. A template that
/// somebody else wrote can thus reach no class of ours.
final class TemplateModel {

    /// A line must not break between a number and its unit.
    private static final Pattern UNIT = Pattern.compile("(?<=\\d) (?=(?:%|s|ms|min)(?!\\w)|[秒分件人行])");

    private final UnaryOperator<String> ours;
    private final UnaryOperator<String> own;
    private boolean withinOwn;
    private int pictures;

    /// @param ours for texts that a machine made
    /// @param own  for texts that are not ours to translate
    private TemplateModel(UnaryOperator<String> ours, UnaryOperator<String> own) {
        this.ours = ours;
        this.own = own;
    }

    /// For formats that keep texts as they are.
    ///
    /// @param said a text of ours in the document's language
    static Map<String, Object> of(Record document, UnaryOperator<String> said) {
        return new TemplateModel(said, UnaryOperator.identity()).record(document);
    }

    /// For formats that are XML and are set in lines; in English.
    static Map<String, Object> typeset(Record document) {
        return typeset(document, UnaryOperator.identity());
    }

    /// For formats that are XML and are set in lines.
    ///
    /// @param said likewise
    static Map<String, Object> typeset(Record document, UnaryOperator<String> said) {
        return new TemplateModel(text -> unbroken(said.apply(text)), TemplateModel::unbroken).record(document);
    }

    private static String unbroken(String text) {
        return UNIT.matcher(XmlText.clean(text)).replaceAll("\u00a0");
    }

    /// Every text of the document that is not ours to translate.
    static Set<String> ownWords(Record document) {
        Set<String> all = new LinkedHashSet<>();
        new TemplateModel(UnaryOperator.identity(), text -> {
            all.add(text);
            return text;
        }).record(document);
        return all;
    }

    private Object value(@Nullable Object value) {
        return switch (value) {
            case null -> "";
            case Boolean b -> b;
            case Number n -> n;
            case Enum<?> e -> e.name().toLowerCase(Locale.ROOT).replace('_', '-');
            case Picture picture -> picture(picture);
            case Drawing.Svg svg -> new SafeString(svg.markup());
            case Collection<?> list -> list(list);
            case Map<?, ?> map -> map(map);
            case Fault fault -> fault(fault);
            case Record r when Scope.class.isInstance(r) -> r.toString();
            case Record r -> record(r);
            case Instant instant -> instant.toString();
            case Duration duration -> duration.toString();
            default -> (withinOwn ? own : ours).apply(value.toString());
        };
    }

    private Map<String, Object> map(Map<?, ?> map) {
        Map<String, Object> values = new LinkedHashMap<>();
        map.forEach((key, item) -> values.put(String.valueOf(key), value(item)));
        return values;
    }

    private List<Object> list(Collection<?> list) {
        List<Object> values = new ArrayList<>();
        list.forEach(item -> values.add(value(item)));
        return values;
    }

    private Map<String, Object> picture(Picture picture) {
        String id = "f" + ++pictures;
        Map<String, Object> drawing = record(switch (picture) {
            case Chart chart -> SvgChart.draw(chart, id);
            case Lanes lanes -> SvgLanes.draw(lanes, id);
        });
        drawing.put("sparkLines", list(switch (picture) {
            case Chart chart -> SparkLine.of(chart);
            case Lanes lanes -> SparkLine.of(lanes);
        }));
        return drawing;
    }

    /// What it is made of, and its kind: templates have the words.
    private Map<String, Object> fault(Fault fault) {
        Map<String, Object> map = record((Record) fault);
        map.put("kind", fault.kind());
        return map;
    }

    private Map<String, Object> record(Record record) {
        Map<String, Object> map = new LinkedHashMap<>();
        Set<String> owned = record instanceof OwnWords told ? told.ownWords() : Set.of();
        for (RecordComponent component : record.getClass().getRecordComponents()) {
            boolean around = withinOwn;
            withinOwn |= owned.contains(component.getName());
            try {
                map.put(component.getName(), value(component.getAccessor().invoke(record)));
            } catch (ReflectiveOperationException e) {
                throw new IllegalStateException(component + " cannot be read for a template.", e);
            } finally {
                withinOwn = around;
            }
        }
        return map;
    }
}
