package io.gameday.proxy;

/// Does nothing.
public record Noop() implements Toxic {

    @Override
    public String type() {
        return "noop";
    }
}
