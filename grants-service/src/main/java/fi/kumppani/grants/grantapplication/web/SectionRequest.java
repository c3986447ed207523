package fi.kumppani.grants.grantapplication.web;

import fi.kumppani.kit.problem.FieldErrors;
import fi.kumppani.kit.text.PlainText;

import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;

import tools.jackson.databind.JsonNode;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * The answers of a section; blank ones and nulls are not answered.
 *
 * @param answers by the id of the question: text, a whole number, true or false, or a list of text
 */
record SectionRequest(@NotNull @Size(max = 100) Map<String, JsonNode> answers) {

    private static final int MOST_CHOSEN = 50;

    /**
     * The answers as they are kept.
     *
     * @throws fi.kumppani.kit.problem.Problem that names every answer that is none
     */
    Map<String, Object> read(String section) {
        FieldErrors errors = new FieldErrors();
        Map<String, Object> read = new TreeMap<>();
        answers.forEach((id, answer) -> read(section, id, answer, read, errors));
        errors.throwIfAny();
        return read;
    }

    private static void read(
            String section,
            String id,
            JsonNode answer,
            Map<String, Object> read,
            FieldErrors errors) {
        if (answer.isNull() || (answer.isString() && answer.asString().isBlank())) {
            return;
        }
        if (answer.isBoolean()) {
            read.put(id, answer.asBoolean());
        } else if (answer.isIntegralNumber() && answer.canConvertToLong()) {
            read.put(id, answer.asLong());
        } else if (answer.isString() && PlainText.isPlain(answer.asString())) {
            read.put(id, answer.asString().strip());
        } else if (answer.isArray() && answer.size() <= MOST_CHOSEN && areTexts(answer)) {
            List<String> chosen = new ArrayList<>();
            answer.forEach(each -> chosen.add(each.asString()));
            if (!chosen.isEmpty()) {
                read.put(id, List.copyOf(chosen));
            }
        } else {
            var _ =
                    errors.add(
                            "answers." + section + "." + id,
                            "wrong-kind",
                            "Plain text, a whole number, true or false, or a list of text");
        }
    }

    private static boolean areTexts(JsonNode answers) {
        for (JsonNode each : answers) {
            if (!each.isString() || !PlainText.isPlain(each.asString())) {
                return false;
            }
        }
        return true;
    }

    @Override
    public String toString() {
        return "SectionRequest[]";
    }
}
