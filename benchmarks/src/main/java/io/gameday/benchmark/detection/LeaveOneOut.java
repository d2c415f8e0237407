package io.gameday.benchmark.detection;

/// A zone this many standard deviations of the other zones above their mean: the latency rule in the metric maths of
/// cdklabs/cdk-multi-az-observability, 3. With three zones the deviation is that of two values.
record LeaveOneOut(double limit) implements OutlierRule {

    @Override
    public boolean[] outliers(double[] values) {
        boolean[] outliers = new boolean[values.length];
        for (int i = 0; i < values.length; i++) {
            outliers[i] = z(values, i) >= limit;
        }
        return outliers;
    }

    /// Not a number, or infinite, where the others tie.
    static double z(double[] values, int zone) {
        double sum = 0;
        double squares = 0;
        for (int i = 0; i < values.length; i++) {
            sum += i == zone ? 0 : values[i];
            squares += i == zone ? 0 : values[i] * values[i];
        }
        double mean = sum / (values.length - 1);
        return (values[zone] - mean) / Math.sqrt(Math.max(0, squares / (values.length - 1) - mean * mean));
    }
}
