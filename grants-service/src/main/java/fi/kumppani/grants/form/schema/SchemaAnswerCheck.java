package fi.kumppani.grants.form.schema;

import com.networknt.schema.Error;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;

import fi.kumppani.grants.form.AnswerCheck;
import fi.kumppani.grants.form.Answers;
import fi.kumppani.grants.form.FormVersion;
import fi.kumppani.grants.form.Question;
import fi.kumppani.grants.form.Section;
import fi.kumppani.kit.text.Language;

import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/** Checks answers by the very schema that is published, so that others check them alike. */
@Component
class SchemaAnswerCheck implements AnswerCheck {

    private static final String FIELD = "answers";
    private static final JsonMapper JSON = JsonMapper.builder().build();

    private final SchemaRegistry registry =
            SchemaRegistry.withDefaultDialect(SpecificationVersion.DRAFT_2020_12);

    @Override
    public List<Fault> check(FormVersion form, Answers answers, Extent extent) {
        ObjectNode given = JSON.valueToTree(answers.sections());
        form.content().sections().stream()
                .filter(section -> !given.has(section.id()))
                .forEach(section -> given.putObject(section.id()));
        Map<String, Fault> found = new LinkedHashMap<>();
        for (Error error :
                registry.getSchema(FormSchema.of(form, extent, Language.FI)).validate(given)) {
            Fault fault = fault(error);
            found.putIfAbsent(fault.field(), fault);
        }
        for (Section section : form.content().sections()) {
            for (Question question : section.questions()) {
                String field = FIELD + "." + section.id() + "." + question.id();
                if (question.kind() == Question.Kind.DATE
                        && answers.of(section.id()).get(question.id()) instanceof String day
                        && !isDay(day)) {
                    found.putIfAbsent(field, new Fault(field, Kind.WRONG_KIND));
                }
            }
        }
        return List.copyOf(found.values());
    }

    /** The schema's pattern lets the 30th of February pass. */
    private static boolean isDay(String text) {
        try {
            LocalDate day = LocalDate.parse(text);
            return day.getYear() > 0;
        } catch (DateTimeException _) {
            return false;
        }
    }

    private static Fault fault(Error error) {
        List<String> path = new ArrayList<>();
        for (String part : error.getInstanceLocation().toString().split("[/.$]", -1)) {
            if (!part.isEmpty()) {
                path.add(part);
            }
        }
        return switch (Objects.requireNonNullElse(error.getKeyword(), "")) {
            case "required" -> fault(path, error.getProperty(), Kind.MISSING);
            case "additionalProperties" -> fault(path, error.getProperty(), Kind.NOT_ASKED);
            case "minLength", "minItems" -> fault(path, null, Kind.MISSING);
            case "maxLength" -> fault(path, null, Kind.TOO_LONG);
            case "minimum", "maximum" -> fault(path, null, Kind.OUT_OF_RANGE);
            case "oneOf", "const", "enum" -> fault(path, null, Kind.UNKNOWN_OPTION);
            case "not" -> fault(path, null, Kind.MARKUP);
            case "type", "pattern", "format", "uniqueItems" -> fault(path, null, Kind.WRONG_KIND);
            default -> fault(path, null, Kind.NOT_ASKED);
        };
    }

    private static Fault fault(List<String> path, @Nullable String property, Kind kind) {
        List<String> whole = new ArrayList<>(path);
        if (property != null) {
            whole.add(property);
        }
        StringBuilder field = new StringBuilder(FIELD);
        whole.stream().limit(2).forEach(part -> field.append('.').append(part));
        return new Fault(field.toString(), kind);
    }
}
