package fi.kumppani.portal.callwork;

import fi.kumppani.portal.page.FilledForm;
import fi.kumppani.portal.page.LocalizedFields;

import org.springframework.util.MultiValueMap;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** The fields of a question of a form. */
final class QuestionFields {

    static final String LABEL = "question.label";
    static final String CONDITION = "question.condition";

    /** What can be answered, as grants-service knows it. */
    static final List<String> KINDS =
            List.of("line", "text", "number", "amount", "date", "yes-no", "one", "several");

    /** What the registry can answer to begin with. */
    static final List<String> PREFILLS = List.of("association-name", "home-municipality");

    /** What can be chosen. */
    static final Rows OPTIONS = Rows.told("question.options", "label", List.of("id"), 50);

    private static final String HELP = "question.help";
    private static final String KIND = "question.kind";
    private static final String REQUIRED = "question.required";
    private static final String LEAST = "question.least";
    private static final String MOST = "question.most";
    private static final String PREFILL = "question.prefill";
    private static final List<String> PLAIN = List.of(KIND, REQUIRED, LEAST, MOST, PREFILL);
    private static final Pattern NUMBER = Pattern.compile("[-−]?[0-9]{1,9}");
    private static final int CONDITION_PARTS = 2;

    private QuestionFields() {}

    /** Fills in a question; an empty one for a new one. */
    static void fill(FilledForm form, CallBody question) {
        Fields.fillWords(form, LABEL, question.part("label"));
        Fields.fillWords(form, HELP, question.part("help"));
        form.put(KIND, question.isEmpty() ? KINDS.getFirst() : question.text("kind"));
        form.put(REQUIRED, question.isYes("required") ? Fields.YES : "");
        form.put(LEAST, question.text("least"));
        form.put(MOST, question.text("most"));
        form.put(PREFILL, question.text("prefill"));
        List<CallBody> options = question.parts("options");
        for (int row = 0; row < options.size(); row++) {
            Fields.fillWords(form, OPTIONS.field(row, "label"), options.get(row).part("label"));
            form.put(OPTIONS.field(row, "id"), options.get(row).text("id"));
        }
        CallBody condition = question.part("condition");
        form.putAll(
                CONDITION,
                condition.words("anyOf").stream()
                        .map(answer -> condition.text("question") + ":" + answer)
                        .toList());
    }

    /** Keeps what was sent. */
    static void keep(FilledForm form, MultiValueMap<String, String> sent) {
        LocalizedFields.keep(form, LABEL, sent);
        LocalizedFields.keep(form, HELP, sent);
        Fields.keep(form, sent, PLAIN);
        OPTIONS.keep(form, sent);
        form.putAll(CONDITION, sent.getOrDefault(CONDITION, List.of()));
    }

    /** Writes it into the question; what no page knows of it stays. */
    static void read(FilledForm form, Map<String, Object> question) {
        CallBody before = CallBody.of(question);
        Fields.words(form, LABEL, question, "label");
        Fields.words(form, HELP, question, "help");
        if (!KINDS.contains(form.value(KIND))) {
            form.refuse(KIND, FormFaults.text(KIND));
        }
        question.put("kind", form.value(KIND));
        Fields.yes(form, REQUIRED, question, "required");
        number(form, LEAST, question, "least");
        number(form, MOST, question, "most");
        Fields.text(form, PREFILL, question, "prefill");
        options(form, before, question);
        condition(form, before, question);
    }

    private static void number(
            FilledForm form, String field, Map<String, Object> question, String member) {
        String written = form.value(field);
        if (written.isEmpty()) {
            question.remove(member);
        } else if (NUMBER.matcher(written).matches()) {
            question.put(member, Integer.valueOf(written.replace('−', '-')));
        } else {
            form.refuse(field, FormFaults.text(LEAST));
        }
    }

    private static void options(FilledForm form, CallBody before, Map<String, Object> question) {
        Ids ids = Ids.of(form, OPTIONS);
        List<Map<String, Object>> options = new ArrayList<>();
        for (int row = 0; row < OPTIONS.count(form); row++) {
            String id = ids.of(form.value(OPTIONS.field(row, "id")));
            Map<String, Object> option =
                    before.parts("options").stream()
                            .filter(each -> each.text("id").equals(id))
                            .findFirst()
                            .map(CallBody::copy)
                            .orElseGet(LinkedHashMap::new);
            option.put("id", id);
            Fields.words(form, OPTIONS.field(row, "label"), option, "label");
            options.add(option);
        }
        if (options.isEmpty()) {
            question.remove("options");
        } else {
            question.put("options", options);
        }
    }

    private static void condition(FilledForm form, CallBody before, Map<String, Object> question) {
        List<String[]> chosen =
                form.values(CONDITION).stream()
                        .map(value -> value.split(":", CONDITION_PARTS))
                        .filter(parts -> parts.length == CONDITION_PARTS)
                        .toList();
        Optional<String> on = chosen.stream().map(parts -> parts[0]).findFirst();
        if (on.isEmpty()) {
            question.remove("condition");
            return;
        }
        if (!chosen.stream().allMatch(parts -> parts[0].equals(on.get()))) {
            form.refuse(CONDITION, "ask.error.condition");
        }
        Map<String, Object> condition = before.part("condition").copy();
        condition.put("question", on.get());
        condition.put("anyOf", chosen.stream().map(parts -> parts[1]).toList());
        question.put("condition", condition);
    }

    /** All that two people may write differently. */
    static Stream<String> names(FilledForm form) {
        return Stream.of(
                        LocalizedFields.names(LABEL).stream(),
                        LocalizedFields.names(HELP).stream(),
                        PLAIN.stream(),
                        OPTIONS.names(form),
                        Stream.of(CONDITION))
                .flatMap(each -> each);
    }
}
