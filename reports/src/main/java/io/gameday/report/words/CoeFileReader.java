package io.gameday.report.words;

import io.gameday.report.why.Root;
import io.gameday.report.why.WhyKind;
import io.gameday.report.why.WhyNode;
import io.gameday.report.why.WhyNode.Confidence;
import io.gameday.report.why.WhyNode.Flag;
import io.gameday.report.words.CoeFile.Accepted;
import io.gameday.report.words.CoeFile.ActionItem;
import io.gameday.report.words.CoeFile.ActionStatus;
import io.gameday.report.words.CoeFile.ActionType;
import io.gameday.report.words.CoeFile.Affected;
import io.gameday.report.words.CoeFile.Answer;
import io.gameday.report.words.CoeFile.Customers;
import io.gameday.report.words.CoeFile.DataLoss;
import io.gameday.report.words.CoeFile.Header;
import io.gameday.report.words.CoeFile.Horizon;
import io.gameday.report.words.CoeFile.Kind;
import io.gameday.report.words.CoeFile.Lesson;
import io.gameday.report.words.CoeFile.LessonKind;
import io.gameday.report.words.CoeFile.Method;
import io.gameday.report.words.CoeFile.Outcome;
import io.gameday.report.words.CoeFile.Said;
import io.gameday.report.words.CoeFile.Status;
import io.gameday.report.words.CoeFile.Told;
import io.gameday.report.words.CoeFile.Trigger;
import io.gameday.yaml.Fields;
import io.gameday.yaml.Problem;
import io.gameday.yaml.Problems;
import java.io.IOException;
import java.nio.charset.CharacterCodingException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.EnumSet;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/// Reads `coe.yaml` and tells everything that is wrong with it in one pass. An empty field is one that nobody has filled
/// in yet; whether it should be filled in by now is for the linter to say.
public final class CoeFileReader {

    /// Its name in a run's folder.
    public static final String FILE = "coe.yaml";

    private static final Answer UNANSWERED = new Answer("", "", List.of());

    /// Of the file's shape.
    static final int VERSION = 1;

    private static final int MANY = 1_000_000_000;
    private static final String MOMENT = "a date and time such as 2026-11-22 14:05:10, in timeZone, or with an offset: "
            + "2026-11-22T14:05:10Z";

    private static final String ANSWER = "a group of fields, such as { text: …, halving: …, actions: [A1] }";

    private final Set<String> ids = new HashSet<>();
    private ZoneId zone = ZoneOffset.UTC;

    private CoeFileReader() {
    }

    /// What reading gave: what people wrote, or at least one problem.
    ///
    /// @param file  empty when there are problems
    /// @param lines where everything stands, also where there are problems
    public record Reading(Optional<CoeFile> file, Lines lines, List<Problem> problems) {
    }

    /// @param name how messages name the file
    /// @param text what stands in it
    public static Reading read(String name, String text) {
        Problems problems = new Problems(name);
        CoeFileReader reader = new CoeFileReader();
        Optional<Fields> fields = Fields.form(text, problems);
        Optional<CoeFile> file = fields.map(reader::file);
        List<Problem> found = problems.inOrder();
        return new Reading(found.isEmpty() ? file : Optional.empty(), fields.map(Lines::of).orElse(Lines.NONE), found);
    }

    /// The same of a file on disk. One that is there and cannot be read has a problem, like one that is wrong.
    ///
    /// @param name how messages name the file
    /// @throws NoSuchFileException when there is none
    public static Reading read(String name, Path file) throws NoSuchFileException {
        if (Files.isDirectory(file)) {
            return unreadable(
                    new Problem(name, 1, 1, "it is a folder; allowed: a text in UTF-8. Give the folder another "
                            + "name, and gameday report makes a file with every question"));
        }
        byte[] bytes;
        try {
            bytes = Files.readAllBytes(file);
        } catch (NoSuchFileException none) {
            throw none;
        } catch (IOException e) {
            return unreadable(new Problem(name, 1, 1, "it cannot be read: " + e));
        }
        try {
            return read(name, Encoding.decode(bytes));
        } catch (CharacterCodingException otherwise) {
            return unreadable(Encoding.problem(name, bytes));
        }
    }

    private static Reading unreadable(Problem why) {
        return new Reading(Optional.empty(), Lines.NONE, List.of(why));
    }

    private CoeFile file(Fields file) {
        Integer version = file.integer("coe", VERSION, VERSION);
        file.require("coe");
        if (version == null) {
            return CoeFile.BLANK;
        }
        zone = file.optionalText("timeZone").flatMap(text -> zone(file, text)).orElse(ZoneOffset.UTC);
        Header header = new Header(words(file, "title"), choice(file, "status", Status.class, Status.DRAFT),
                optional(file, "trigger", Trigger.class), words(file, "severity"), words(file, "owner"),
                file.texts("reviewers"), file.texts("tags"), zone, language(file));
        Affected impact = file.group("impact").map(this::impact).orElse(CoeFile.BLANK.impact());
        List<Told> timeline = file.groups("timeline").stream().map(this::told).toList();
        Map<String, Answer> answers = file.group("answers").map(CoeFileReader::answers).orElse(Map.of());
        List<Said> debrief = file.groups("debrief").stream().map(CoeFileReader::said).toList();
        List<WhyNode> whys = file.groups("whys").stream().map(this::why).toList();
        List<Lesson> lessons = file.groups("lessons").stream().map(CoeFileReader::lesson).toList();
        List<ActionItem> actions = file.groups("actions").stream().map(this::action).toList();
        List<Accepted> accepted = file.groups("accepted").stream().map(CoeFileReader::accepted).toList();
        CoeFile read = new CoeFile(header, words(file, "summary"), impact, timeline, answers, debrief, whys, lessons,
                actions, words(file, "noActionsBecause"), file.texts("related"), accepted);
        file.noOthers();
        return read;
    }

    private Optional<ZoneId> zone(Fields file, String text) {
        try {
            // UTC by any name is the same zone.
            return Optional.of(ZoneId.of(text).normalized());
        } catch (DateTimeException unknown) {
            file.problem("timeZone", "timeZone is '" + text
                    + "'; allowed: UTC, an offset such as +09:00, or a name such " + "as Europe/Berlin");
            return Optional.empty();
        }
    }

    /// Whether there are phrases of it depends on whose templates are taken, and is for whoever makes documents to say.
    private static String language(Fields file) {
        String code = words(file, "language");
        if (!code.matches("([a-z]{2,3})?")) {
            file.problem("language",
                    "language is '" + code + "'; allowed: en, ja, or the two or three small letters of "
                            + "another that there are phrases for");
        }
        return code;
    }

    private Affected impact(Fields group) {
        Customers customers = group.group("customers").map(c -> {
            Integer value = c.integer("affected", 0, MANY);
            Integer total = c.integer("of", 0, MANY);
            c.require("affected");
            c.require("of");
            Method method = choice(c, "method", Method.class, Method.ESTIMATED);
            c.noOthers();
            if (value != null && total != null && value > total) {
                c.problem("affected", c.name("affected") + " is " + value + "; allowed: at most 'of', " + total);
            }
            return new Customers(value == null ? 0 : value, total == null ? 0 : total, method);
        }).orElse(null);
        Affected read = new Affected(customers, group.texts("couldNot"), group.texts("notAffected"),
                group.integer("supportCases", 0, MANY), choice(group, "dataLoss", DataLoss.class, DataLoss.NOT_SAID));
        group.noOthers();
        return read;
    }

    private Told told(Fields line) {
        Instant at = moment(line, "at");
        line.require("at");
        Instant end = moment(line, "until");
        if (at != null && end != null && end.isBefore(at)) {
            line.problem("until", line.name("until") + " is before 'at'; allowed: after it");
        }
        Kind kind = choice(line, "kind", Kind.class, Kind.NOTE);
        Told read = new Told(at == null ? Instant.EPOCH : at, end, kind, words(line, "role"), line.text("text"),
                line.texts("evidence"), yes(line, "right"), yes(line, "recalled"));
        line.noOthers();
        return read;
    }

    private @Nullable Instant moment(Fields line, String key) {
        Optional<String> text = line.optionalText(key);
        if (text.isEmpty()) {
            return null;
        }
        String given = text.get().strip().replace(' ', 'T');
        try {
            return OffsetDateTime.parse(given).toInstant();
        } catch (DateTimeException noOffset) {
            try {
                return LocalDateTime.parse(given).atZone(zone).toInstant();
            } catch (DateTimeException none) {
                line.problem(key, line.name(key) + " is '" + text.get() + "'; allowed: " + MOMENT);
                return null;
            }
        }
    }

    private static Map<String, Answer> answers(Fields group) {
        Map<String, Answer> answers = new LinkedHashMap<>();
        for (CoeQuestion question : CoeQuestion.values()) {
            group.group(question.id(), ANSWER).ifPresent(answer -> {
                Answer read = new Answer(words(answer, "text"), words(answer, "halving"), answer.texts("actions"));
                answer.noOthers();
                if (!read.equals(UNANSWERED)) {
                    answers.put(question.id(), read);
                }
            });
        }
        group.noOthers();
        return answers;
    }

    private static Said said(Fields group) {
        Said read = new Said(group.text("question").strip(), words(group, "role"), words(group, "answer"));
        group.noOthers();
        return read;
    }

    private WhyNode why(Fields group) {
        String id = id(group);
        List<String> under = group.texts("under").stream().map(CoeFileReader::root).toList();
        WhyNode read = new WhyNode(id, under, choice(group, "kind", WhyKind.class, WhyKind.UNKNOWN),
                words(group, "statement"), group.texts("evidence"),
                choice(group, "confidence", Confidence.class, Confidence.HYPOTHESIS), flags(group),
                words(group, "notAddressed"), words(group, "accepts"));
        group.noOthers();
        return read;
    }

    /// `blast-radius` is the root; every other word stays what it is.
    private static String root(String word) {
        return Stream.of(Root.values()).filter(root -> word(root).equals(word)).map(Root::name).findFirst()
                .orElse(word);
    }

    private static Set<Flag> flags(Fields group) {
        Set<Flag> flags = EnumSet.noneOf(Flag.class);
        Map<String, Flag> known = words(Flag.class);
        for (String word : group.texts("flags")) {
            Flag flag = known.get(word);
            if (flag == null) {
                group.problem("flags",
                        group.name("flags") + " holds '" + word + "'; allowed: " + String.join(", ", known.keySet()));
            } else {
                flags.add(flag);
            }
        }
        return flags;
    }

    private static Lesson lesson(Fields group) {
        Lesson read = new Lesson(words(group, "text"), choice(group, "kind", LessonKind.class, LessonKind.TECHNICAL),
                choice(group, "outcome", Outcome.class, Outcome.WRONG), yes(group, "surprise"), words(group, "forWhom"),
                group.texts("actions"), words(group, "noActionBecause"));
        group.noOthers();
        return read;
    }

    private ActionItem action(Fields group) {
        ActionItem read = new ActionItem(id(group), words(group, "title"), words(group, "owner"), date(group, "due"),
                optional(group, "horizon", Horizon.class), optional(group, "type", ActionType.class),
                yes(group, "mechanism"), words(group, "priority"), group.texts("addresses"), words(group, "doneWhen"),
                words(group, "provedBy"), words(group, "ticket"),
                choice(group, "status", ActionStatus.class, ActionStatus.OPEN), words(group, "verifiedBy"));
        group.noOthers();
        return read;
    }

    private static @Nullable LocalDate date(Fields group, String key) {
        Optional<String> text = group.optionalText(key);
        try {
            return text.map(String::strip).map(LocalDate::parse).orElse(null);
        } catch (DateTimeException none) {
            group.problem(key, group.name(key) + " is '" + text.orElse("") + "'; allowed: a date such as 2026-12-01");
            return null;
        }
    }

    private static Accepted accepted(Fields group) {
        Accepted read = new Accepted(group.text("rule"), words(group, "place"), group.text("reason"));
        group.noOthers();
        return read;
    }

    /// One of whys and actions together, so that `addresses` and `actions` name one thing each.
    private String id(Fields group) {
        String id = group.text("id");
        if (!id.isEmpty() && !id.matches("[A-Za-z][A-Za-z0-9-]{0,39}")) {
            group.problem("id",
                    group.name("id") + " is '" + id + "'; allowed: letters, digits and hyphens, such as W3");
        } else if (Stream.of(Root.values()).anyMatch(root -> root.name().equals(id))) {
            group.problem("id", group.name("id") + " is '" + id + "', the name of a root; choose another, such as W3");
        } else if (!id.isEmpty() && !ids.add(id)) {
            group.problem("id", group.name("id") + " is '" + id + "', which stands above already; choose another");
        }
        return id;
    }

    private static String words(Fields group, String key) {
        return group.optionalText(key).map(String::strip).orElse("");
    }

    private static boolean yes(Fields group, String key) {
        return group.choice(key, Map.of("yes", true, "true", true, "no", false, "false", false), false);
    }

    private static <E extends Enum<E>> E choice(Fields group, String key, Class<E> type, E otherwise) {
        return group.choice(key, words(type), otherwise);
    }

    private static <E extends Enum<E>> @Nullable E optional(Fields group, String key, Class<E> type) {
        Map<String, Optional<E>> words = words(type).entrySet().stream()
                .collect(Collectors.toMap(Map.Entry::getKey, entry -> Optional.of(entry.getValue())));
        return group.choice(key, words, Optional.<E>empty()).orElse(null);
    }

    private static <E extends Enum<E>> Map<String, E> words(Class<E> type) {
        return Stream.of(type.getEnumConstants())
                .collect(Collectors.toMap(CoeFileReader::word, Function.identity(), (a, b) -> a, LinkedHashMap::new));
    }

    /// How a word of ours stands in the file: `reduce-blast-radius`.
    public static String word(Enum<?> constant) {
        return constant.name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
