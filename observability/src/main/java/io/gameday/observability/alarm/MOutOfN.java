package io.gameday.observability.alarm;

import java.util.List;

/// M of the newest N datapoints breach: CloudWatch's rule, with its four treatments of missing data.
///
/// CloudWatch looks back further than N when points are missing; how far is not documented beyond "5 for N = 3".
/// We use `N + max(N / 3, 2)`.
///
/// @param m datapoints that must breach; 1 to `n`
/// @param n newest datapoints that are looked at; 1 to 1440
public record MOutOfN(int m, int n, MissingData missing) {

    public MOutOfN {
        if (n < 1 || n > 1440) {
            throw new IllegalArgumentException("n is " + n + "; allowed: 1 to 1440");
        }
        if (m < 1 || m > n) {
            throw new IllegalArgumentException("m is " + m + "; allowed: 1 to n (" + n + ")");
        }
    }

    /// How many datapoints [#evaluate] wants to see.
    public int range() {
        return n + Math.max(n / 3, 2);
    }

    /// @param points newest last; at most the newest [#range()] are used
    /// @param state  the state so far, kept where the rule says so
    public AlarmState evaluate(List<Datapoint> points, AlarmState state) {
        List<Datapoint> newestFirst = points.reversed().stream().limit(range()).toList();
        List<Datapoint> real = newestFirst.stream().filter(p -> p != Datapoint.MISSING).toList();
        if (real.size() >= n) {
            return alarmIf(breaching(real.subList(0, n)) >= m);
        }
        if (real.isEmpty()) {
            return switch (missing) {
                case MISSING -> AlarmState.INSUFFICIENT_DATA;
                case IGNORE -> state;
                case BREACHING -> AlarmState.ALARM;
                case NOT_BREACHING -> AlarmState.OK;
            };
        }
        long breaching = breaching(real);
        return switch (missing) {
            case BREACHING -> alarmIf(breaching + (n - real.size()) >= m);
            case NOT_BREACHING -> alarmIf(breaching >= m);
            case MISSING, IGNORE -> fewPoints(newestFirst, real, breaching, state);
        };
    }

    /// Fewer than N points: an alarm is raised early only when every point breaches and the oldest is old enough,
    /// so that one bad point right after a silence does not raise it.
    private AlarmState fewPoints(List<Datapoint> newestFirst, List<Datapoint> real, long breaching, AlarmState state) {
        if (breaching < real.size()) {
            return alarmIf(breaching >= m);
        }
        if (missing == MissingData.IGNORE) {
            return state;
        }
        int oldest = newestFirst.lastIndexOf(Datapoint.BREACHING) + 1;
        return oldest >= m ? AlarmState.ALARM : AlarmState.INSUFFICIENT_DATA;
    }

    private static long breaching(List<Datapoint> points) {
        return points.stream().filter(p -> p == Datapoint.BREACHING).count();
    }

    private static AlarmState alarmIf(boolean condition) {
        return condition ? AlarmState.ALARM : AlarmState.OK;
    }
}
