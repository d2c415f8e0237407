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
    private final UnaryOperator<String> setting;
    private final Set<String> own = new LinkedHashSet<>();
    private Owned owned = Owned.NOT;
    private int pictures;

    /// Whether a text is ours to translate.
    private enum Owned {
        NOT, HERE, EVERYWHERE
    }

    /// @param ours    for texts that a machine made; they are set afterwards
    /// @param setting for all texts
    private TemplateModel(UnaryOperator<String> ours, UnaryOperator<String> setting) {
        this.ours = ours;
        this.setting = setting;
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
        return new TemplateModel(said, TemplateModel::unbroken).record(document);
    }

    private static String unbroken(String text) {
        return UNIT.matcher(XmlText.clean(text)).replaceAll("\u00a0");
    }

    /// Texts of the document that are not ours to translate, wherever they stand.
    static Set<String> ownWords(Record document) {
        TemplateModel model = new TemplateModel(UnaryOperator.identity(), UnaryOperator.identity());
        model.record(document);
        return model.own;
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
            case Record r when Scope.class.isInstance(r) -> text(r.toString());
            case Record r -> record(r);
            case Instant instant -> instant.toString();
            case Duration duration -> duration.toString();
            default -> text(value.toString());
        };
    }

    private String text(String text) {
        if (owned == Owned.EVERYWHERE) {
            own.add(text);
        }
        return setting.apply(owned == Owned.NOT ? ours.apply(text) : text);
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

    /// Its words are in the document's language before it is drawn.
    private Map<String, Object> picture(Picture picture) {
        String id = "f" + ++pictures;
        Picture said = picture.said(ours);
        TemplateModel labels = new TemplateModel(UnaryOperator.identity(), setting);
        Map<String, Object> drawing = labels.record(switch (said) {
            case Chart chart -> SvgChart.draw(chart, id);
            case Lanes lanes -> SvgLanes.draw(lanes, id);
        });
        drawing.put("sparkLines", labels.list(switch (said) {
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
        for (RecordComponent component : record.getClass().getRecordComponents()) {
            Owned around = owned;
            if (record instanceof OwnWords words && words.ownWords().contains(component.getName())) {
                owned = words.everywhere() ? Owned.EVERYWHERE : Owned.HERE;
            }
            try {
                map.put(component.getName(), value(component.getAccessor().invoke(record)));
            } catch (ReflectiveOperationException e) {
                throw new IllegalStateException(component + " cannot be read for a template.", e);
            } finally {
                owned = around;
            }
        }
        return map;
    }
}
