package io.gameday.junit;

import java.nio.file.Path;
import org.jspecify.annotations.Nullable;

/// A run that was played.
///
/// @param folder  with journal, scorecard and documents; null where no run began
/// @param printed what `gameday run` printed, without the live picture
public record GameDayRun(Verdict verdict, @Nullable Path folder, String printed) {
}
