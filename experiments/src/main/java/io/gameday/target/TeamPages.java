package io.gameday.target;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// Who was told since the run began, as the team's pager knows.
///
/// @param receivers everybody who could be told; none where the source does not list them
/// @param doubt     why a page that is listed may not have arrived; empty when it did
/// @param deaf      why somebody who is not listed may have been told all the same; empty when nobody else was
/// @param hearsAll  false where only some receivers are heard at all
public record TeamPages(List<TeamPage> pages, List<String> receivers, String doubt, String deaf, boolean hearsAll) {

    /// @param to           the team or service, under each name that it has there; never empty, and never a person
    /// @param alarms       that it is about; none when none that is known is named in it
    /// @param acknowledged null when nobody did, or when the source does not know
    /// @param incident     what tells two pages of one moment apart, and stays the same as more becomes known of it
    public record TeamPage(Instant at, List<String> to, String subject, List<String> alarms,
            @Nullable Instant acknowledged, String incident) {
    }
}
