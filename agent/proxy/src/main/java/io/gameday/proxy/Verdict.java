package io.gameday.proxy;

import io.gameday.proxy.RequestFault.Delay;
import io.gameday.proxy.RequestFault.Effect;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/// What the dice decided for one request.
///
/// @param delays  those that hold it back; their times add up
/// @param instead what happens in place of passing it on, null when it passes
record Verdict(List<RequestFaults.Entry> delays, RequestFaults.@Nullable Entry instead) {

    private static final Verdict PASS = new Verdict(List.of(), null);

    /// @param number of the request on its connection
    static Verdict roll(RequestFaults faults, HttpHead head, Dice dice, long number) {
        if (faults.entries().isEmpty()) {
            return PASS;
        }
        List<RequestFaults.Entry> delays = new ArrayList<>();
        for (RequestFaults.Entry entry : faults.entries()) {
            RequestFault fault = entry.fault();
            if (matches(fault, head) && dice.with(entry.serial()).with(number).random().nextDouble() < fault.share()) {
                if (!(fault.effect() instanceof Delay)) {
                    return new Verdict(delays, entry);
                }
                delays.add(entry);
            }
        }
        return new Verdict(delays, null);
    }

    private static boolean matches(RequestFault fault, HttpHead head) {
        if (fault.path() != null && !head.path().startsWith(fault.path())) {
            return false;
        }
        if (fault.header() == null) {
            return true;
        }
        String value = head.headers().get(fault.header().toLowerCase(Locale.ROOT));
        return value != null && (fault.headerValue() == null || fault.headerValue().equals(value));
    }

    long delayNanos() {
        return delays.stream()
                .mapToLong(entry -> entry.fault().effect() instanceof Delay delay ? delay.time().toNanos() : 0).sum();
    }

    /// Null when it passes.
    @Nullable
    Effect effect() {
        return instead == null ? null : instead.fault().effect();
    }

    boolean stillDelayed(RequestFaults now) {
        return now.entries().containsAll(delays);
    }

    /// A fault that went away while the request waited acts on it no more.
    Verdict afterDelay(RequestFaults now) {
        return new Verdict(List.of(), instead != null && now.entries().contains(instead) ? instead : null);
    }
}
