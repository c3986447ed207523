package fi.kumppani.grants.form.schema;

import fi.kumppani.grants.form.AnswerCheck.Extent;
import fi.kumppani.grants.form.FormContent;
import fi.kumppani.grants.form.FormVersion;
import fi.kumppani.grants.form.Question;
import fi.kumppani.grants.form.Section;
import fi.kumppani.kit.text.Language;
import fi.kumppani.kit.text.LocalizedText;
import fi.kumppani.kit.text.WireCodes;

import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

import java.util.Collection;

/**
 * A form as JSON Schema (2020-12). Titles are in one language, as the standard has it; {@code
 * x-label} and {@code x-help} have all of them, and {@code x-kind} says what to show.
 */
public final class FormSchema {

    private static final String DRAFT_2020_12 = "https://json-schema.org/draft/2020-12/schema";
    private static final String AMOUNT = "^[0-9]{1,11}(\\.[0-9]{1,2})?$";
    private static final String DAY = "^[0-9]{4}-(0[1-9]|1[0-2])-(0[1-9]|[12][0-9]|3[01])$";
    private static final String MARKUP = "<[A-Za-z/!?]";
    private static final String ONE_LINE = "^[^\\n\\r]*$";
    private static final long LARGEST = 1_000_000_000_000L;
    private static final JsonNodeFactory JSON = JsonNodeFactory.instance;
    private static final JsonMapper MAPPER = JsonMapper.builder().build();

    private final FormVersion form;
    private final Extent extent;
    private final Language language;

    private FormSchema(FormVersion form, Extent extent, Language language) {
        this.form = form;
        this.extent = extent;
        this.language = language;
    }

    /** The schema of answers to a form, as far as is expected of them. */
    public static ObjectNode of(FormVersion form, Extent extent, Language language) {
        return new FormSchema(form, extent, language).schema();
    }

    private ObjectNode schema() {
        FormContent content = form.content();
        ObjectNode schema = JSON.objectNode();
        schema.put("$schema", DRAFT_2020_12);
        schema.put("$id", "urn:kumppani:grant-form:" + form.id() + ":" + form.number());
        title(schema, content.title());
        schema.put("type", "object");
        ObjectNode properties = schema.putObject("properties");
        content.sections().forEach(each -> properties.set(each.id(), section(each)));
        schema.put("additionalProperties", false);
        if (extent != Extent.DRAFT) {
            ArrayNode required = schema.putArray("required");
            content.sections().stream().filter(this::isWanted).forEach(s -> required.add(s.id()));
            ArrayNode conditions = JSON.arrayNode();
            content.sections()
                    .forEach(
                            section ->
                                    section.questions()
                                            .forEach(each -> condition(section, each, conditions)));
            if (!conditions.isEmpty()) {
                schema.set("allOf", conditions);
            }
        }
        return schema;
    }

    private boolean isWanted(Section section) {
        return extent == Extent.WHOLE || (extent == Extent.LIGHT && section.light());
    }

    private ObjectNode section(Section section) {
        ObjectNode schema = JSON.objectNode();
        title(schema, section.title());
        if (section.help() != null) {
            help(schema, section.help());
        }
        schema.put("type", "object");
        ObjectNode properties = schema.putObject("properties");
        section.questions().forEach(each -> properties.set(each.id(), question(each)));
        schema.put("additionalProperties", false);
        ArrayNode required = JSON.arrayNode();
        section.questions().stream()
                .filter(each -> each.required() && each.condition() == null)
                .forEach(each -> required.add(each.id()));
        if (isWanted(section) && !required.isEmpty()) {
            schema.set("required", required);
        }
        return schema;
    }

    private ObjectNode question(Question question) {
        ObjectNode schema = JSON.objectNode();
        title(schema, question.label());
        if (question.help() != null) {
            help(schema, question.help());
        }
        schema.put("x-kind", WireCodes.of(question.kind()));
        switch (question.kind()) {
            case LINE -> text(schema, Question.LONGEST_LINE).put("pattern", ONE_LINE);
            case TEXT -> {
                var _ = text(schema, Question.LONGEST_TEXT);
            }
            case NUMBER ->
                    schema.put("type", "integer")
                            .put("minimum", question.least() == null ? -LARGEST : question.least())
                            .put("maximum", question.most() == null ? LARGEST : question.most());
            case AMOUNT -> schema.put("type", "string").put("pattern", AMOUNT);
            case DATE -> schema.put("type", "string").put("format", "date").put("pattern", DAY);
            case YES_NO -> schema.put("type", "boolean");
            case ONE -> {
                schema.put("type", "string");
                options(schema, question);
            }
            case SEVERAL -> {
                schema.put("type", "array").put("uniqueItems", true);
                if (question.required()) {
                    schema.put("minItems", 1);
                }
                ObjectNode items = schema.putObject("items");
                items.put("type", "string");
                options(items, question);
            }
        }
        return schema;
    }

    private static ObjectNode text(ObjectNode schema, int longest) {
        schema.put("type", "string").put("minLength", 1).put("maxLength", longest);
        schema.putObject("not").put("pattern", MARKUP);
        return schema;
    }

    private void options(ObjectNode schema, Question question) {
        ArrayNode options = schema.putArray("oneOf");
        question.options()
                .forEach(
                        each -> {
                            ObjectNode option = options.addObject();
                            option.put("const", each.id());
                            title(option, each.label());
                        });
    }

    /** Asks for what is wanted when its condition holds, and forbids it when it does not. */
    private void condition(Section section, Question question, ArrayNode conditions) {
        Question.Condition condition = question.condition();
        if (condition == null) {
            return;
        }
        Section askedIn = form.content().sectionOf(condition.question()).orElseThrow();
        Question asked =
                askedIn.questions().stream()
                        .filter(each -> each.id().equals(condition.question()))
                        .findFirst()
                        .orElseThrow();
        ObjectNode rule = conditions.addObject();
        ObjectNode when = rule.putObject("if");
        when.putArray("required").add(askedIn.id());
        ObjectNode within = when.putObject("properties").putObject(askedIn.id());
        within.putArray("required").add(asked.id());
        within.putObject("properties").set(asked.id(), anyOf(asked, condition.anyOf()));
        if (question.required() && isWanted(section)) {
            rule.putObject("then")
                    .putObject("properties")
                    .putObject(section.id())
                    .putArray("required")
                    .add(question.id());
        }
        rule.putObject("else")
                .putObject("properties")
                .putObject(section.id())
                .putObject("properties")
                .put(question.id(), false);
    }

    private static JsonNode anyOf(Question asked, Collection<String> answers) {
        ObjectNode schema = JSON.objectNode();
        ObjectNode one =
                asked.kind() == Question.Kind.SEVERAL ? schema.putObject("contains") : schema;
        ArrayNode values = one.putArray("enum");
        answers.stream()
                .sorted()
                .forEach(
                        answer -> {
                            if (asked.kind() == Question.Kind.YES_NO) {
                                values.add(answer.equals("yes"));
                            } else {
                                values.add(answer);
                            }
                        });
        return schema;
    }

    private void title(ObjectNode schema, LocalizedText text) {
        schema.put("title", text.in(language).text());
        schema.set("x-label", MAPPER.valueToTree(text));
    }

    private void help(ObjectNode schema, LocalizedText text) {
        schema.put("description", text.in(language).text());
        schema.set("x-help", MAPPER.valueToTree(text));
    }
}
