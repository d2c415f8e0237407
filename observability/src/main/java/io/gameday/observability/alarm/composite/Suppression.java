package io.gameday.observability.alarm.composite;

import java.time.Duration;
import org.jspecify.annotations.Nullable;

/// Whether a composite alarm's actions are held back, since another alarm says that somebody knows already. Its state is
/// never held back. Belongs to one loop; times are ticks of one clock.
///
/// ```
///             composite changes                 suppressor leaves ALARM
/// nothing ──────────────────────► waits W        in ALARM ─────────────► waits E
///    W over: acts    suppressor in ALARM: held     E over: acts    composite changes: waits W instead
/// ```
///
/// It acts for the state that the composite has then, and only where that has changed since it acted last.
public final class Suppression {

    /// Why actions are held back; CloudWatch's `ActionsSuppressedBy`.
    public enum By {
        NOTHING, ALARM, WAIT_PERIOD, EXTENSION_PERIOD
    }

    private final String alarm;
    private final Duration wait;
    private final Duration extension;
    private boolean suppressing;
    private boolean owed;
    private By by = By.NOTHING;
    private @Nullable Long until;

    /// @param alarm     the suppressor's name
    /// @param wait      for how long the suppressor may still go to ALARM after the composite changed; zero or more
    /// @param extension for how long actions stay held back after the suppressor left ALARM; zero or more
    public Suppression(String alarm, Duration wait, Duration extension) {
        this.alarm = alarm;
        this.wait = wait;
        this.extension = extension;
    }

    /// The suppressor's name.
    public String alarm() {
        return alarm;
    }

    public By by() {
        return by;
    }

    /// The composite changed its state.
    public void changed(long now) {
        owed = true;
        if (suppressing) {
            by = By.ALARM;
        } else {
            hold(By.WAIT_PERIOD, now + wait.toNanos());
        }
    }

    /// The suppressor's state, told whenever it may have changed.
    public void suppressor(boolean inAlarm, long now) {
        if (inAlarm && !suppressing) {
            until = null;
            by = By.ALARM;
        } else if (!inAlarm && suppressing) {
            hold(By.EXTENSION_PERIOD, now + extension.toNanos());
        }
        suppressing = inAlarm;
    }

    private void hold(By why, long end) {
        by = why;
        until = end;
    }

    /// Whether the actions are due now; true once for each change, or for several that came meanwhile.
    public boolean due(long now) {
        if (until == null || now - until < 0) {
            return false;
        }
        until = null;
        by = By.NOTHING;
        boolean act = owed;
        owed = false;
        return act;
    }
}
