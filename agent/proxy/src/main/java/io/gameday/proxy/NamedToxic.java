package io.gameday.proxy;

/// A toxic as it is put into a proxy.
///
/// @param name     unique over both streams of the proxy
/// @param toxicity the share of connections it acts on, 0 to 1; rolled once per connection
public record NamedToxic(String name, Stream stream, float toxicity, Toxic toxic) {

    public NamedToxic {
        if (name.isEmpty()) {
            throw new IllegalArgumentException("name is empty; give the toxic a name");
        }
        if (!(toxicity >= 0 && toxicity <= 1)) {
            throw new IllegalArgumentException("toxicity is " + toxicity + "; allowed: 0 to 1");
        }
    }
}
