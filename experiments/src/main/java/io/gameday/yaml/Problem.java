package io.gameday.yaml;

/// Something wrong with an experiment file.
///
/// @param line    from 1
/// @param column  from 1
/// @param message the field, its value, what is allowed
public record Problem(String file, int line, int column, String message) {

    @Override
    public String toString() {
        return file + ":" + line + ":" + column + ": " + message;
    }
}
