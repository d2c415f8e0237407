package io.gameday.target;

import java.time.Duration;
import java.util.Locale;

/// Bytes of customers' requests and their answers on the way between router and tasks, and how many of them left their zone.
///
/// @param bytes   of all attempts; 0 or more
/// @param crossed of attempts at a task in another zone than the one in which the request entered; 0 to `bytes`
/// @param over    in which they went
public record Transfer(long bytes, long crossed, Duration over) {

    /// For a gigabyte from one zone to another: AWS takes 0.01 dollars where it leaves and as much where it arrives
    /// (aws.amazon.com/ec2/pricing/on-demand, "Data Transfer within the same AWS Region", of us-east-1 and most others).
    public static final double DOLLARS_PER_GIGABYTE = 0.02;

    private static final double GIGABYTE = 1e9;
    private static final double MEGABYTE = 1e6;
    private static final double MONTH_SECONDS = 30 * 24 * 3600;

    public Transfer {
        if (bytes < 0 || crossed < 0 || crossed > bytes) {
            throw new IllegalArgumentException("crossed is " + crossed + " of " + bytes
                    + " bytes; allowed: 0 to the number of bytes, which is 0 or more");
        }
    }

    /// 0 to 1; 0 where nothing went.
    public double share() {
        return bytes == 0 ? 0 : (double) crossed / bytes;
    }

    /// What crossing costs in 30 days at this rate.
    public double dollarsAMonth() {
        double seconds = over.toNanos() / 1e9;
        return seconds <= 0 ? 0 : crossed / GIGABYTE * DOLLARS_PER_GIGABYTE * MONTH_SECONDS / seconds;
    }

    /// Such as `4.1 MB of 12.3 MB (33 %), at this rate $2.13 in 30 days`.
    public String words() {
        return String.format(Locale.ROOT, "%.1f MB of %.1f MB (%.0f %%), at this rate $%.2f in 30 days",
                crossed / MEGABYTE, bytes / MEGABYTE, 100 * share(), dollarsAMonth());
    }
}
