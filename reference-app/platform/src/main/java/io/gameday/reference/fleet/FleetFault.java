package io.gameday.reference.fleet;

import java.util.Arrays;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/// A fault as the file has it. What it leaves out is drawn by the seed.
///
/// @param share   of the requests, for [Kind#ZONE_LOSS]; 0 to 1
/// @param rate    requests a second more, for [Kind#SURGE]
/// @param at      minute of the day
/// @param minutes how long it lasts; people's time to take it back is part of it
public record FleetFault(Kind kind, @Nullable String region, @Nullable String zone, @Nullable String cluster,
        double share, double rate, @Nullable Integer at, int minutes) {

    /// The experiments' words and meanings.
    public enum Kind {
        /// No host of the zone works, and none can be started there.
        ZONE_POWER_LOSS("zone-power-loss"),
        /// Some requests to the zone get no answer, while its hosts pass every health check.
        ZONE_LOSS("zone-loss"),
        /// A wrong setting: requests and health checks fail. It is meant for one zone, and goes as far as what shares a
        /// state file with it.
        BAD_CONFIG("bad-config"),
        /// A cluster gets more requests all at once.
        SURGE("surge");

        private final String word;

        Kind(String word) {
            this.word = word;
        }

        public String word() {
            return word;
        }

        static Map<String, Kind> words() {
            return Arrays.stream(values()).collect(Collectors.toMap(Kind::word, kind -> kind));
        }
    }

    /// A fault with everything said.
    ///
    /// @param zone    empty for [Kind#SURGE]
    /// @param cluster empty but for [Kind#SURGE]
    /// @param from    its first minute
    /// @param until   its last minute and one
    public record Planned(Kind kind, String region, String zone, String cluster, double share, double rate, int from,
            int until) {

        boolean on(int minute) {
            return minute >= from && minute < until;
        }

        /// What it is about.
        public String place() {
            return kind == Kind.SURGE ? cluster : region + " " + zone;
        }
    }
}
