package io.gameday.signal.webhook;

import io.gameday.signal.Page;
import io.gameday.signal.PagerLog;
import io.gameday.signal.Pages;
import io.gameday.signal.Period;
import io.gameday.signal.webhook.Notification.Alert;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/// Who was told, by the webhooks that Alertmanager really sent. Of one alert that rings, a receiver is told once: what it
/// repeats wakes nobody anew. Any thread may use it.
public final class HeardPages implements PagerLog {

    private final List<Notification> heard = new ArrayList<>();
    private final List<String> notes;

    /// @param notes what a reader should know about where they come from
    public HeardPages(List<String> notes) {
        this.notes = List.copyOf(notes);
    }

    public synchronized void add(Notification notification) {
        heard.add(notification);
    }

    /// Whether nothing at all came, also nothing that is resolved: then it may not be sent here.
    public synchronized boolean nothing() {
        return heard.isEmpty();
    }

    @Override
    public synchronized Pages read(Period period) {
        Set<String> told = new HashSet<>();
        Set<String> said = new LinkedHashSet<>(notes);
        List<Page> pages = new ArrayList<>();
        for (Notification notification : heard) {
            Set<String> names = new LinkedHashSet<>();
            for (Alert alert : notification.alerts()) {
                if (alert.firing() && told.add(notification.receiver() + alert.labels() + alert.startsAt())) {
                    names.add(alert.name());
                }
            }
            if (!notification.heard().isBefore(period.from()) && notification.heard().isBefore(period.to())) {
                names.forEach(name -> pages.add(page(notification, name)));
                if (notification.truncated() > 0) {
                    said.add("Alertmanager left " + notification.truncated() + " alerts out of a notification to "
                            + notification.receiver() + "; raise max_alerts there");
                }
            }
        }
        return new Pages("Alertmanager", List.copyOf(pages), List.of(), "", List.copyOf(said));
    }

    @Override
    public boolean hearsAll() {
        return false;
    }

    private static Page page(Notification notification, String alarm) {
        // A webhook does not say who answered.
        return new Page(notification.heard(), List.of(notification.receiver()), alarm, null);
    }
}
