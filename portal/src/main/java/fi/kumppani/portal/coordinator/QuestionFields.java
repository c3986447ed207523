package fi.kumppani.portal.coordinator;

import fi.kumppani.portal.coordinator.AskedQuestion.Condition;
import fi.kumppani.portal.event.RulesFacts;
import fi.kumppani.portal.page.FilledForm;
import fi.kumppani.portal.reader.Language;
import fi.kumppani.portal.reader.LocalizedText;
import fi.kumppani.portal.reader.Told;

import org.jspecify.annotations.Nullable;
import org.springframework.util.MultiValueMap;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * The fields by which a coordinator writes questions: a row for each, and some empty ones. A row
 * without a question in any language is left out. The options of a question stand in lines, in each
 * language the same number; the line says which one it is.
 */
public final class QuestionFields {

    /** The most that can be asked. */
    public static final int MOST = 50;

    private static final int EMPTY_ROWS = 3;
    private static final Set<String> KINDS = Set.of("text", "one", "several");
    private static final List<String> LANGUAGES = List.of("fi", "sv", "en");

    private QuestionFields() {}

    /**
     * A row of the form.
     *
     * @param field what the names of its fields begin with
     * @param number of the question, from 1
     * @param conditions what can be chosen of the questions before it
     */
    public record Row(String field, int number, List<Choice> conditions) {}

    /**
     * An option of an earlier question.
     *
     * @param value the question and the option
     */
    public record Choice(String value, Told question, Told option) {}

    /** The rows for what is asked, with empty ones behind them. */
    public static List<Row> rows(List<RulesFacts.Question> asked, int filled, Language language) {
        int many = Math.min(MOST, Math.max(asked.size(), filled) + EMPTY_ROWS);
        List<Row> rows = new ArrayList<>();
        for (int row = 0; row < many; row++) {
            List<RulesFacts.Question> before = asked.subList(0, Math.min(row, asked.size()));
            rows.add(
                    new Row(
                            field(row),
                            row + 1,
                            before.stream()
                                    .flatMap(
                                            question ->
                                                    question.options().stream()
                                                            .map(
                                                                    option ->
                                                                            choice(
                                                                                    question,
                                                                                    option,
                                                                                    language)))
                                    .toList()));
        }
        return rows;
    }

    private static Choice choice(
            RulesFacts.Question question, RulesFacts.Option option, Language language) {
        return new Choice(
                question.id() + ":" + option.id(),
                question.label().told(language),
                option.label().told(language));
    }

    /** Fills the form in with what is asked. */
    public static void fill(FilledForm form, List<RulesFacts.Question> asked) {
        for (int row = 0; row < asked.size(); row++) {
            RulesFacts.Question question = asked.get(row);
            String field = field(row);
            form.put(field + ".id", question.id());
            form.put(field + ".kind", question.kind());
            form.put(field + ".required", Boolean.TRUE.equals(question.required()) ? "true" : "");
            form.put(
                    field + ".optionIds",
                    question.options().stream()
                            .map(RulesFacts.Option::id)
                            .collect(Collectors.joining(" ")));
            for (String language : LANGUAGES) {
                form.put(field + ".label." + language, in(question.label(), language));
                form.put(field + ".options." + language, lines(question.options(), language));
            }
            RulesFacts.Condition condition = question.condition();
            form.putAll(
                    field + ".condition",
                    condition == null
                            ? List.of()
                            : condition.anyOf().stream()
                                    .map(option -> condition.question() + ":" + option)
                                    .toList());
        }
    }

    private static String lines(List<RulesFacts.Option> options, String language) {
        boolean any = options.stream().anyMatch(each -> !in(each.label(), language).isEmpty());
        return any
                ? options.stream()
                        .map(option -> in(option.label(), language))
                        .collect(Collectors.joining("\n"))
                : "";
    }

    /** Keeps what was sent, and tells how many rows were. */
    public static int keep(FilledForm form, MultiValueMap<String, String> sent) {
        int rows = 0;
        while (rows < MOST && sent.containsKey(field(rows) + ".label.fi")) {
            String field = field(rows);
            for (String part : List.of(".id", ".kind", ".required", ".optionIds")) {
                form.put(field + part, sent.getFirst(field + part));
            }
            for (String language : LANGUAGES) {
                for (String part : List.of(".label.", ".options.")) {
                    form.put(field + part + language, sent.getFirst(field + part + language));
                }
            }
            form.putAll(field + ".condition", sent.getOrDefault(field + ".condition", List.of()));
            rows++;
        }
        return rows;
    }

    /** The questions as they were written; what cannot be read is refused in the form. */
    public static List<AskedQuestion> read(FilledForm form, int rows) {
        Set<String> ids = new HashSet<>();
        for (int row = 0; row < rows; row++) {
            ids.add(form.value(field(row) + ".id"));
        }
        List<AskedQuestion> asked = new ArrayList<>();
        for (int row = 0; row < rows; row++) {
            String field = field(row);
            Optional<LocalizedText> label =
                    text(
                            form.value(field + ".label.fi"),
                            form.value(field + ".label.sv"),
                            form.value(field + ".label.en"));
            if (label.isPresent()) {
                String own = form.value(field + ".id");
                asked.add(read(form, field, own.isEmpty() ? next(ids) : own, label.get()));
            }
        }
        return asked;
    }

    private static AskedQuestion read(
            FilledForm form, String field, String id, LocalizedText label) {
        String kind = form.value(field + ".kind");
        String known = KINDS.contains(kind) ? kind : "text";
        List<RulesFacts.Option> options = known.equals("text") ? null : options(form, field);
        if (options != null && options.isEmpty()) {
            form.refuse(field + ".options.fi", "ask.error.options");
        }
        return new AskedQuestion(
                id,
                label,
                known,
                form.has(field + ".required", "true"),
                options,
                condition(form, field));
    }

    private static List<RulesFacts.Option> options(FilledForm form, String field) {
        List<String> fi = lines(form.value(field + ".options.fi"));
        List<String> sv = lines(form.value(field + ".options.sv"));
        List<String> en = lines(form.value(field + ".options.en"));
        int many = Math.max(fi.size(), Math.max(sv.size(), en.size()));
        for (List<String> each : List.of(fi, sv, en)) {
            if (!each.isEmpty() && each.size() != many) {
                form.refuse(field + ".options.fi", "ask.error.lines");
                return List.of(new RulesFacts.Option("1", new LocalizedText("–", null, null)));
            }
        }
        String[] ids = form.value(field + ".optionIds").split(" ");
        Set<String> taken = new HashSet<>(List.of(ids));
        List<RulesFacts.Option> options = new ArrayList<>();
        for (int line = 0; line < many; line++) {
            String id = line < ids.length && !ids[line].isEmpty() ? ids[line] : next(taken);
            text(at(fi, line), at(sv, line), at(en, line))
                    .ifPresent(label -> options.add(new RulesFacts.Option(id, label)));
        }
        return options;
    }

    private static @Nullable Condition condition(FilledForm form, String field) {
        List<String[]> chosen =
                form.values(field + ".condition").stream()
                        .map(value -> value.split(":", 2))
                        .filter(parts -> parts.length == 2)
                        .toList();
        if (chosen.isEmpty()) {
            return null;
        }
        String question = chosen.getFirst()[0];
        if (!chosen.stream().allMatch(parts -> parts[0].equals(question))) {
            form.refuse(field + ".condition", "ask.error.condition");
        }
        return new Condition(
                question,
                chosen.stream().map(parts -> parts[1]).collect(Collectors.toUnmodifiableSet()));
    }

    /** What the names of the fields of a row begin with. */
    public static String field(int row) {
        return "q" + row;
    }

    private static String next(Set<String> taken) {
        int number = 1;
        while (!taken.add(Integer.toString(number))) {
            number++;
        }
        return Integer.toString(number);
    }

    private static List<String> lines(String text) {
        return text.isEmpty() ? List.of() : List.of(text.split("\\R"));
    }

    private static String at(List<String> lines, int line) {
        return line < lines.size() ? lines.get(line).strip() : "";
    }

    private static Optional<LocalizedText> text(String fi, String sv, String en) {
        return fi.isEmpty() && sv.isEmpty() && en.isEmpty()
                ? Optional.empty()
                : Optional.of(new LocalizedText(given(fi), given(sv), given(en)));
    }

    private static @Nullable String given(String text) {
        return text.isEmpty() ? null : text;
    }

    private static String in(LocalizedText text, String language) {
        String own =
                switch (language) {
                    case "fi" -> text.fi();
                    case "sv" -> text.sv();
                    default -> text.en();
                };
        return own == null ? "" : own;
    }
}
