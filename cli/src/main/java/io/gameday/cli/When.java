package io.gameday.cli;

import java.time.DateTimeException;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.time.format.ResolverStyle;
import java.util.Locale;

/// A day and time as people write it.
final class When {

    private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("uuuu-MM-dd HH:mm", Locale.ROOT)
            .withResolverStyle(ResolverStyle.STRICT);

    private When() {
    }

    /// @throws Refused when it is none, or one that the clocks of its zone leave out
    static ZonedDateTime parse(String written) {
        try {
            int space = written.strip().lastIndexOf(' ');
            if (space < 0) {
                throw new DateTimeException("no zone");
            }
            ZoneId zone = ZoneId.of(written.strip().substring(space + 1));
            LocalDateTime time = LocalDateTime.parse(written.strip().substring(0, space).strip(), TIME);
            if (zone.getRules().getValidOffsets(time).isEmpty()) {
                throw new Refused(ExitCodes.USAGE, "--when is '" + written + "', and the clocks of " + zone
                        + " leave that time out; give another one");
            }
            return time.atZone(zone);
        } catch (DateTimeException notOne) {
            throw new Refused(ExitCodes.USAGE, "--when is '" + written
                    + "'; allowed: a day, a time and a zone, such as \"2026-12-03 14:00 Europe/Berlin\"");
        }
    }
}
