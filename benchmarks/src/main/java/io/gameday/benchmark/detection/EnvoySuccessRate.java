package io.gameday.benchmark.detection;

/// Envoy's outlier detection by success rate: instances below the mean minus 1.9 population standard deviations, where at
/// least five instances had at least 100 requests since the last sweep (its defaults). It knows no zones and ejects at
/// most a tenth of all; read here as generously as can be: a zone is found once two of its instances, and none of another
/// zone, lie below the limit.
final class EnvoySuccessRate implements Detector {

    private static final int HOSTS = 5;
    private static final int VOLUME = 100;
    static final double FACTOR = 1.9;

    private final int interval;
    private final Window window;
    private int second;
    private int alarms;

    /// @param interval seconds between two sweeps; 10 by default
    EnvoySuccessRate(int interval, int zones, int instances) {
        this.interval = interval;
        window = new Window(zones, instances, interval);
    }

    @Override
    public int second(Counted counted) {
        window.add(counted);
        if (++second % interval == 0) {
            sweep(counted.zones());
        }
        return alarms;
    }

    private void sweep(int zones) {
        double limit = limit();
        int hit = 0;
        int below = 0;
        alarms = 0;
        for (int zone = 0; zone < zones; zone++) {
            int ofZone = 0;
            for (int i = 0; i < window.requests()[zone].length; i++) {
                ofZone += rate(zone, i) < limit ? 1 : 0;
            }
            hit += ofZone > 0 ? 1 : 0;
            below += ofZone;
            alarms = ofZone > 0 ? 1 << zone : alarms;
        }
        alarms = hit == 1 && below >= 2 ? alarms : 0;
    }

    /// Instances without enough requests count as well.
    private double rate(int zone, int instance) {
        int requests = window.requests()[zone][instance];
        return requests < VOLUME ? 1 : 1 - (double) window.faults()[zone][instance] / requests;
    }

    private double limit() {
        int hosts = 0;
        double sum = 0;
        double squares = 0;
        for (int zone = 0; zone < window.requests().length; zone++) {
            for (int i = 0; i < window.requests()[zone].length; i++) {
                if (window.requests()[zone][i] >= VOLUME) {
                    double rate = rate(zone, i);
                    hosts++;
                    sum += rate;
                    squares += rate * rate;
                }
            }
        }
        return hosts < HOSTS ? -1 : limit(hosts, sum, squares);
    }

    /// Mean minus 1.9 deviations.
    static double limit(int hosts, double sum, double squares) {
        double mean = sum / hosts;
        return mean - FACTOR * Math.sqrt(Math.max(0, squares / hosts - mean * mean));
    }
}
