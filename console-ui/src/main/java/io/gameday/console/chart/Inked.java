package io.gameday.console.chart;

import java.util.List;
import java.util.function.Function;
import javafx.beans.value.ObservableValue;
import javafx.css.CssMetaData;
import javafx.css.Styleable;
import javafx.css.StyleableProperty;
import javafx.css.StyleablePropertyFactory;
import javafx.scene.layout.Region;
import javafx.scene.paint.Color;

/// A region that draws with colours from the style sheet, such as `-gd-plot-line`.
abstract class Inked extends Region {

    private static final StyleablePropertyFactory<Inked> FACTORY = new StyleablePropertyFactory<>(
            Region.getClassCssMetaData());

    private final StyleableProperty<Color> line = colour("line", region -> region.line);
    private final StyleableProperty<Color> quiet = colour("quiet", region -> region.quiet);
    private final StyleableProperty<Color> rule = colour("rule", region -> region.rule);
    private final StyleableProperty<Color> ground = colour("ground", region -> region.ground);
    private final StyleableProperty<Color> missed = colour("missed", region -> region.missed);
    private final StyleableProperty<Color> missedFill = colour("missed-fill", region -> region.missedFill);
    private final StyleableProperty<Color> dark = colour("dark", region -> region.dark);
    private final StyleableProperty<Color> darkLine = colour("dark-line", region -> region.darkLine);
    private final StyleableProperty<Color> darkText = colour("dark-text", region -> region.darkText);
    private final StyleableProperty<Color> fault = colour("fault", region -> region.fault);
    private final StyleableProperty<Color> faultText = colour("fault-text", region -> region.faultText);
    private final StyleableProperty<Color> faultFill = colour("fault-fill", region -> region.faultFill);
    private final StyleableProperty<Color> alarm = colour("alarm", region -> region.alarm);
    private final StyleableProperty<Color> well = colour("well", region -> region.well);
    private final StyleableProperty<Color> accent = colour("accent", region -> region.accent);

    private StyleableProperty<Color> colour(String name, Function<Inked, StyleableProperty<Color>> property) {
        StyleableProperty<Color> made = FACTORY.createStyleableColorProperty(this, name, "-gd-plot-" + name, property,
                Color.GRAY);
        // Light and dark change while nothing else does: a run that has ended gives no other cause to draw.
        if (made instanceof ObservableValue<?> value) {
            value.addListener(_ -> requestLayout());
        }
        return made;
    }

    final Color line() {
        return line.getValue();
    }

    final Color quiet() {
        return quiet.getValue();
    }

    final Color rule() {
        return rule.getValue();
    }

    final Color ground() {
        return ground.getValue();
    }

    final Color missed() {
        return missed.getValue();
    }

    final Color missedFill() {
        return missedFill.getValue();
    }

    final Color dark() {
        return dark.getValue();
    }

    final Color darkLine() {
        return darkLine.getValue();
    }

    final Color darkText() {
        return darkText.getValue();
    }

    final Color fault() {
        return fault.getValue();
    }

    final Color faultText() {
        return faultText.getValue();
    }

    final Color faultFill() {
        return faultFill.getValue();
    }

    final Color alarm() {
        return alarm.getValue();
    }

    final Color well() {
        return well.getValue();
    }

    final Color accent() {
        return accent.getValue();
    }

    @Override
    public List<CssMetaData<? extends Styleable, ?>> getCssMetaData() {
        return FACTORY.getCssMetaData();
    }
}
