package io.gameday.report.export;

import io.gameday.observability.Scope;
import io.gameday.report.chart.Chart;
import io.gameday.report.chart.Drawing;
import io.gameday.report.chart.Lanes;
import io.gameday.report.chart.Picture;
import io.gameday.report.chart.SparkLine;
import io.gameday.report.chart.SvgChart;
import io.gameday.report.chart.SvgLanes;
import io.gameday.target.Fault;
import io.pebbletemplates.pebble.extension.escaper.SafeString;
import java.lang.reflect.Method;
import java.lang.reflect.RecordComponent;
import java.time.Duration;
import java.time.Instant;
import java.util.AbstractList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.UnaryOperator;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/// A document as nothing but maps, lists, texts, numbers and booleans: what templates get to see. A template that
/// somebody else wrote can thus reach no class of ours.
final class TemplateModel {

    /// A line must not break between a number and its unit.
    private static final Pattern UNIT = Pattern.compile("(?<=\\d) (?=(?:%|s|ms|min)(?!\\w))");

    /// Java gives new ones at each asking, which cost far more than a call of them.
    private static final ClassValue<List<Method>> ACCESSORS = new ClassValue<>() {
        @Override
        protected List<Method> computeValue(Class<?> record) {
            return Arrays.stream(record.getRecordComponents()).map(RecordComponent::getAccessor).toList();
        }
    };

    private final UnaryOperator<String> texts;
    private int pictures;

    private TemplateModel(UnaryOperator<String> texts) {
        this.texts = texts;
    }

    /// For formats that keep texts as they are.
    static Map<String, Object> of(Record document) {
        return new TemplateModel(UnaryOperator.identity()).record(document);
    }

    /// For formats that are XML and are set in lines.
    static Map<String, Object> typeset(Record document) {
        return new TemplateModel(text -> UNIT.matcher(XmlText.clean(text)).replaceAll("\u00a0")).record(document);
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
            default -> texts.apply(value.toString());
        };
    }

    private Map<String, Object> map(Map<?, ?> map) {
        Map<String, Object> values = new LinkedHashMap<>();
        map.forEach((key, item) -> values.put(String.valueOf(key), value(item)));
        return values;
    }

    /// Each item when it is first asked for: a long run has lists that no template of ours looks into.
    private List<Object> list(Collection<?> list) {
        Object[] values = list.toArray();
        BitSet made = new BitSet(values.length);
        return new AbstractList<>() {
            @Override
            public Object get(int index) {
                if (!made.get(index)) {
                    values[index] = value(values[index]);
                    made.set(index);
                }
                return values[index];
            }

            @Override
            public int size() {
                return values.length;
            }
        };
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
        for (Method accessor : ACCESSORS.get(record.getClass())) {
            try {
                map.put(accessor.getName(), value(accessor.invoke(record)));
            } catch (ReflectiveOperationException e) {
                throw new IllegalStateException(accessor + " cannot be called for a template.", e);
            }
        }
        return map;
    }
}
