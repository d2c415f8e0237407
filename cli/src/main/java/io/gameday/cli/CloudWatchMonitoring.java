package io.gameday.cli;

import io.gameday.aws.cloudwatch.CloudWatch;
import io.gameday.aws.cloudwatch.CloudWatchAlarms;
import io.gameday.aws.cloudwatch.CloudWatchMetric;
import io.gameday.aws.cloudwatch.CloudWatchNotifications;
import io.gameday.signal.AlarmHistory;
import io.gameday.signal.Alarms;
import io.gameday.signal.ClockOffset;
import io.gameday.signal.CustomerMetric;
import io.gameday.signal.PagerLog;
import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// Amazon CloudWatch, whose history also says which topics were told. Only here the command line touches AWS's library,
/// so that no other command has to load it.
final class CloudWatchMonitoring implements Monitoring {

    private final CloudWatch cloudWatch;

    /// @param region   null for the one of the environment or the profile
    /// @param endpoint null for CloudWatch itself
    /// @throws IllegalArgumentException when one of them is none
    CloudWatchMonitoring(@Nullable String region, @Nullable String endpoint, Duration limit, InstantSource clock) {
        cloudWatch = CloudWatch.connect(region, endpoint, limit, clock);
    }

    @Override
    public AlarmHistory alarms() {
        return new CloudWatchAlarms(cloudWatch);
    }

    @Override
    public CustomerMetric customers(String query) {
        return new CloudWatchMetric(cloudWatch, query);
    }

    @Override
    public PagerLog pages(Alarms alarms) {
        return new CloudWatchNotifications(cloudWatch, alarms);
    }

    @Override
    public String noPages() {
        return "no pager log was read";
    }

    @Override
    public Optional<ClockOffset> clock() {
        return cloudWatch.offset();
    }

    @Override
    public List<ClockOffset> clocks() {
        return cloudWatch.offset().stream().toList();
    }

    @Override
    public void close() {
        cloudWatch.close();
    }
}
