package io.gameday.proxy;

/// Something of that name is there already; nothing was changed.
public final class NameTakenException extends Exception {

    private static final long serialVersionUID = 1L;

    NameTakenException(String what, String name) {
        super(what + " '" + name + "' exists already; choose another name or remove that one first");
    }
}
