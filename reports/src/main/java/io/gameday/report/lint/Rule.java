package io.gameday.report.lint;

/// What a document is to be like.
///
/// @param id       such as `COE-A03`
/// @param severity of its findings, unless a finding says otherwise
/// @param says     what is so in a document that passes
/// @param mend     what to do where it is not
public record Rule(String id, Severity severity, String says, String mend) {
}
