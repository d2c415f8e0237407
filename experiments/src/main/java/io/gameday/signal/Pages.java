package io.gameday.signal;

import java.util.List;

/// @param source    as people call it
/// @param pages     by time
/// @param receivers everybody who could be told; none where the source does not list them
/// @param doubt     why a page that is listed may not have arrived; empty when it did
/// @param notes     what the source said besides, and what it could not tell
public record Pages(String source, List<Page> pages, List<String> receivers, String doubt, List<String> notes) {
}
