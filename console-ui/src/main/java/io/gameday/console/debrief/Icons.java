package io.gameday.console.debrief;

import io.gameday.report.timeline.Row;
import org.kordamp.ikonli.feather.Feather;

/// The icon of each sort of line.
final class Icons {

    private Icons() {
    }

    static Feather of(Row.Kind kind) {
        return switch (kind) {
            case SEALED -> Feather.LOCK;
            case GUARD -> Feather.SHIELD;
            case STEADY_STATE -> Feather.ACTIVITY;
            case FAULT_INJECTED -> Feather.ZAP;
            case FAULT_ENDED -> Feather.ZAP_OFF;
            case IMPACT_START -> Feather.ALERT_CIRCLE;
            case IMPACT_END, MITIGATED, RECOVERED -> Feather.CHECK_CIRCLE;
            case ALARM -> Feather.BELL;
            case ALARM_OVER -> Feather.BELL_OFF;
            case AUTOMATION -> Feather.REFRESH_CW;
            case INTERVENTION -> Feather.TOOL;
            case PAGE -> Feather.PHONE;
            case ACKNOWLEDGED -> Feather.USER_CHECK;
            case NOTE -> Feather.EDIT_3;
            case STOP -> Feather.OCTAGON;
            case LIMIT -> Feather.ALERT_TRIANGLE;
            case GAP, NO_DATA -> Feather.HELP_CIRCLE;
            case READ_BACK -> Feather.DATABASE;
            case ENDED -> Feather.FLAG;
        };
    }
}
