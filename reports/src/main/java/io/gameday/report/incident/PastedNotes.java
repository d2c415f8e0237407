package io.gameday.report.incident;

import io.gameday.report.text.Figures;
import io.gameday.signal.Period;
import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/// Notes as people paste them from a chat or a page. Each begins with its time, or has it beside who wrote it; lines without
/// a time go on with the note above. Who wrote is kept as a role: names and mail addresses stay behind.
///
/// @param notes    by time
/// @param names    what was taken for a name, and is in no note; for whoever pasted them, and for no document
/// @param mails    how many mail addresses stood in the text
/// @param troubles what somebody should look at, such as notes of another time than the incident's
public record PastedNotes(List<Note> notes, List<String> names, int mails, List<String> troubles) {

    public static final PastedNotes NONE = new PastedNotes(List.of(), List.of(), 0, List.of());

    /// Whoever wrote, where that is no role.
    static final String PARTICIPANT = "participant";

    /// @param line of the file, from 1
    public record Note(Instant at, String role, String text, int line) {
    }

    private static final int LONGEST_NAME = 40;
    private static final Pattern SAID = Pattern.compile("(?<who>[^:]{1," + LONGEST_NAME + "}):\\s+(?<text>.+)");
    private static final Pattern NAME = Pattern
            .compile("@?[\\p{L}][\\p{L}\\p{N}._'’-]*(?: [\\p{L}(][\\p{L}\\p{N}._'’()-]*){0,3}");
    private static final Pattern HANDLE = Pattern.compile("[@._0-9]");
    private static final Pattern MAIL = Pattern.compile("[\\w.+-]+@[\\w-]+\\.[\\w.-]*\\w");
    private static final Pattern MENTION = Pattern.compile("(?<![\\w.])@(?<who>[\\p{L}\\p{N}][\\p{L}\\p{N}._-]*)");
    /// What stands before a colon and is nobody.
    private static final Set<String> HEADINGS = Set.of("action", "actions", "alarm", "alert", "answer", "cause", "cc",
            "decision", "decided", "deploy", "deployed", "edit", "error", "fix", "fixed", "fyi", "hypothesis", "impact",
            "info", "issue", "later", "metric", "mitigation", "next", "nb", "note", "now", "observation", "page",
            "paged", "ps", "question", "re", "result", "rollback", "root cause", "seen", "so", "status", "summary",
            "symptom", "theory", "timeline", "todo", "update", "warning", "workaround");
    /// Words of roles that say no deed.
    private static final Set<String> OF_ROLES = Set.of("incident", "customer", "support", "duty", "the", "first",
            "second", "site", "service", "release", "communications");
    private static final Set<String> EVERYBODY = Set.of("here", "channel", "all", "everyone", "team");
    /// Names that are words besides: by themselves they are left where they stand.
    private static final Set<String> WORDS = Set.of("Will", "May", "Mark", "Bill", "Grace", "Hope", "Art", "Drew",
            "Rich", "Chase", "Page", "Rob", "Sue", "Jack", "Dawn", "June", "April", "August");

    /// @param file  how messages name it
    /// @param zone  of times that have none
    /// @param role  whether words say what somebody does, and not who
    public static PastedNotes read(String file, String text, Period period, ZoneId zone, Predicate<String> role) {
        return new Reader(file, text.lines().map(String::strip).toList(), period, zone, role).read();
    }

    /// In words: `14 notes; 3 names and 1 mail address left out`.
    public String words() {
        List<String> left = Stream
                .of(names.isEmpty() ? "" : Figures.many(names.size(), "name"),
                        mails == 0 ? "" : mails == 1 ? "1 mail address" : mails + " mail addresses")
                .filter(each -> !each.isEmpty()).toList();
        return Figures.many(notes.size(), "note") + (left.isEmpty() ? "" : "; " + Figures.list(left) + " left out");
    }

    private static final class Reader {

        private final String file;
        private final List<String> lines;
        private final Period period;
        private final ZoneId zone;
        private final Predicate<String> role;
        private final Set<String> names = new LinkedHashSet<>();
        private final List<Note> notes = new ArrayList<>();
        private final List<String> untimed = new ArrayList<>();
        private final boolean chat;
        private int mails;

        Reader(String file, List<String> lines, Period period, ZoneId zone, Predicate<String> role) {
            this.file = file;
            this.lines = lines;
            this.period = period;
            this.zone = zone;
            this.role = role;
            List<String> timed = lines.stream().flatMap(line -> Stamp.first(line, period).stream()).map(Stamp::after)
                    .filter(text -> !text.isEmpty()).toList();
            chat = 2 * timed.stream().map(SAID::matcher)
                    .filter(said -> said.matches() && NAME.matcher(said.group("who")).matches()
                            && !HEADINGS.contains(said.group("who").toLowerCase(Locale.ROOT)))
                    .count() > timed.size();
        }

        PastedNotes read() {
            Instant reference = period.from();
            String speaker = "";
            for (int i = 0; i < lines.size(); i++) {
                String line = lines.get(i);
                if (line.isEmpty()) {
                    continue;
                }
                Optional<Stamp> first = Stamp.first(line, period);
                Optional<Stamp> last = Stamp.last(line, period).filter(stamp -> somebody(stamp.before()));
                if (first.isPresent()) {
                    reference = first.get().at(reference, period, zone);
                    note(reference, speaker, first.get().after(), i);
                    speaker = "";
                } else if (last.isPresent()) {
                    reference = last.get().at(reference, period, zone);
                    notes.add(new Note(reference, known(last.get().before()), "", i + 1));
                } else if (somebody(line) && timeAlone(i + 1)) {
                    speaker = known(line);
                } else if (notes.isEmpty()) {
                    untimed.add(line);
                } else {
                    Note above = notes.removeLast();
                    notes.add(new Note(above.at(), above.role(), (above.text() + " " + line).strip(), above.line()));
                }
            }
            return done();
        }

        /// Whether the next line that is not empty is a time and nothing else.
        private boolean timeAlone(int from) {
            return lines.stream().skip(from).filter(line -> !line.isEmpty()).findFirst()
                    .flatMap(line -> Stamp.first(line, period)).filter(stamp -> stamp.after().isEmpty()).isPresent();
        }

        private void note(Instant at, String speaker, String text, int index) {
            Matcher said = SAID.matcher(text);
            if (speaker.isEmpty() && said.matches() && speaks(said.group("who").strip())) {
                notes.add(new Note(at, known(said.group("who").strip()), said.group("text"), index + 1));
            } else if (speaker.isEmpty() && text.contains(" ") && somebody(text) && goesOn(index + 1)) {
                notes.add(new Note(at, known(text), "", index + 1));
            } else {
                notes.add(new Note(at, speaker.isEmpty() ? PARTICIPANT : speaker, text, index + 1));
            }
        }

        private boolean goesOn(int index) {
            return index < lines.size() && !lines.get(index).isEmpty()
                    && Stamp.first(lines.get(index), period).isEmpty();
        }

        /// Before a colon: somebody, or a handle. A plain small word is one where most notes have somebody, else a subject
        /// such as `checkout`.
        private boolean speaks(String who) {
            return somebody(who) || NAME.matcher(who).matches() && !who.contains(" ")
                    && !HEADINGS.contains(who.toLowerCase(Locale.ROOT)) && (chat || HANDLE.matcher(who).find());
        }

        /// Words of which each begins as a name does, or a role.
        private boolean somebody(String text) {
            return text.length() <= LONGEST_NAME && NAME.matcher(text).matches()
                    && !HEADINGS.contains(text.toLowerCase(Locale.ROOT)) && (isRole(text) || Stream.of(text.split(" "))
                            .allMatch(word -> !Character.isLowerCase(word.replaceAll("^[@(]", "").codePointAt(0))));
        }

        /// `on-call lead`, `Incident Commander`; not `Anna, lead`.
        private boolean isRole(String who) {
            return role.test(who) && Stream.of(who.split(" "))
                    .allMatch(word -> Character.isLowerCase(word.codePointAt(0)) || role.test(word)
                            || OF_ROLES.contains(word.toLowerCase(Locale.ROOT))
                            || word.length() <= 4 && word.equals(word.toUpperCase(Locale.ROOT)));
        }

        /// A role as it stands; a name is remembered, to be left out everywhere.
        private String known(String who) {
            if (isRole(who)) {
                return who.toLowerCase(Locale.ROOT);
            }
            names.add(who.replaceFirst("^@", "").replaceAll("\\s*\\(.*\\)", ""));
            return PARTICIPANT;
        }

        private PastedNotes done() {
            if (!untimed.isEmpty()) {
                notes.add(new Note(period.from(), PARTICIPANT, "(before the first time) " + String.join(" ", untimed),
                        1));
            }
            notes.forEach(note -> MENTION.matcher(MAIL.matcher(note.text()).replaceAll("")).results()
                    .map(mention -> mention.group().substring(1)).filter(who -> !everybody(who)).forEach(names::add));
            List<String> troubles = new ArrayList<>();
            if (!untimed.isEmpty()) {
                troubles.add(file + ": " + Figures.many(untimed.size(), "line") + " before the first time; kept as one "
                        + "note at " + period.from());
            }
            notes.stream().filter(note -> note.at().isBefore(period.from()) || note.at().isAfter(period.to()))
                    .forEach(note -> troubles.add(file + ":" + note.line() + ": the note of " + note.at()
                            + " is not between --from and --to; kept as it is"));
            List<Note> without = notes.stream()
                    .map(note -> new Note(note.at(), note.role(), anonymous(note.text()), note.line()))
                    .filter(note -> !note.text().isBlank()).sorted(Comparator.comparing(Note::at)).toList();
            // `@anna` and `Anna Smith` are one.
            List<String> people = names.stream()
                    .filter(name -> names.stream()
                            .noneMatch(other -> !other.equals(name)
                                    && Stream.of(other.split(" ")).anyMatch(part -> part.equalsIgnoreCase(name))))
                    .toList();
            return new PastedNotes(without, people, mails, List.copyOf(troubles));
        }

        private boolean everybody(String who) {
            return EVERYBODY.contains(who.toLowerCase(Locale.ROOT)) || role.test(who.replace('-', ' '))
                    || role.test(who);
        }

        private String anonymous(String text) {
            mails += (int) MAIL.matcher(text).results().count();
            String left = MAIL.matcher(text).replaceAll("(mail address left out)");
            for (String name : names) {
                left = left(left, name);
                for (String part : name.split("[ ._]")) {
                    boolean telling = part.length() >= 3 && Character.isUpperCase(part.codePointAt(0));
                    left = telling && !WORDS.contains(part) && !role.test(part) ? left(left, part) : left;
                }
            }
            return left;
        }

        private static String left(String text, String name) {
            return text.replaceAll("(?<![\\p{L}\\p{N}])@?" + Pattern.quote(name) + "(?![\\p{L}\\p{N}])", PARTICIPANT);
        }
    }
}
