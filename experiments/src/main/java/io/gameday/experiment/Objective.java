package io.gameday.experiment;

/// What customers are to have.
public sealed interface Objective {

    boolean met(double value);

    /// Whether a value can be one of the metric that the objective is about.
    boolean possible(double value);

    /// @param share 0 to 1, as the metric gives it
    record AtLeast(double share) implements Objective {

        /// A little above 1 is what dividing two rates can give.
        private static final double MOST = 1.001;

        @Override
        public boolean met(double value) {
            return value >= share;
        }

        @Override
        public boolean possible(double value) {
            return value >= 0 && value <= MOST;
        }
    }

    /// @param most in the unit of the metric, such as seconds of latency
    record AtMost(double most) implements Objective {

        @Override
        public boolean met(double value) {
            return value <= most;
        }

        @Override
        public boolean possible(double value) {
            return true;
        }
    }
}
