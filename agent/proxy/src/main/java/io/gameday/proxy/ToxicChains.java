package io.gameday.proxy;

import java.util.ArrayList;
import java.util.List;

/// The toxics of a proxy at one moment, in the order added.
record ToxicChains(List<Entry> entries) {

    static final ToxicChains EMPTY = new ToxicChains(List.of());

    /// @param serial tells a toxic from a later one of the same name
    record Entry(long serial, NamedToxic toxic) {
    }

    List<Entry> of(Stream stream) {
        return entries.stream().filter(entry -> entry.toxic().stream() == stream).toList();
    }

    /// Upstream ones, then downstream ones.
    List<NamedToxic> toxics() {
        List<NamedToxic> all = new ArrayList<>();
        for (Stream stream : Stream.values()) {
            of(stream).forEach(entry -> all.add(entry.toxic()));
        }
        return List.copyOf(all);
    }

    boolean has(String name) {
        return entries.stream().anyMatch(entry -> entry.toxic().name().equals(name));
    }

    ToxicChains with(long serial, NamedToxic toxic) {
        List<Entry> more = new ArrayList<>(entries);
        more.add(new Entry(serial, toxic));
        return new ToxicChains(List.copyOf(more));
    }

    ToxicChains without(String name) {
        return new ToxicChains(entries.stream().filter(entry -> !entry.toxic().name().equals(name)).toList());
    }

    /// With the toxic of that name changed to this one, which keeps its place.
    ToxicChains replacing(NamedToxic toxic) {
        return new ToxicChains(entries.stream()
                .map(entry -> entry.toxic().name().equals(toxic.name())
                        ? new Entry(entry.serial(), changed(entry, toxic))
                        : entry)
                .toList());
    }

    private static NamedToxic changed(Entry entry, NamedToxic toxic) {
        NamedToxic before = entry.toxic();
        if (before.stream() != toxic.stream() || before.toxic().getClass() != toxic.toxic().getClass()) {
            throw new IllegalArgumentException("toxic '" + toxic.name() + "' is " + before.toxic().type() + " "
                    + before.stream().text() + " and cannot become " + toxic.toxic().type() + " "
                    + toxic.stream().text() + "; remove it and add another");
        }
        return toxic;
    }
}
