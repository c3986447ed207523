package fi.kumppani.portal.application;

import fi.kumppani.portal.backend.Backend;
import fi.kumppani.portal.backend.Question;
import fi.kumppani.portal.reader.LocalizedText;

import org.jspecify.annotations.Nullable;

import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;

/** The form of a call in the version that an application answers. */
public record FormFacts(List<Section> sections) {

    /** Copies the sections. */
    public FormFacts {
        sections = List.copyOf(sections);
    }

    /** A section; {@code light} unless only large sums fill it in. */
    public record Section(
            String id,
            LocalizedText title,
            @Nullable LocalizedText help,
            @Nullable Boolean light,
            List<Asked> questions) {

        /** Copies the questions. */
        public Section {
            questions = List.copyOf(questions);
        }
    }

    /**
     * A question.
     *
     * @param kind {@code line}, {@code text}, {@code number}, {@code amount}, {@code date}, {@code
     *     yes-no}, {@code one} or {@code several}
     */
    public record Asked(
            String id,
            LocalizedText label,
            @Nullable LocalizedText help,
            String kind,
            @Nullable Boolean required,
            @Nullable Integer least,
            @Nullable Integer most,
            @Nullable List<Option> options,
            @Nullable Condition condition) {

        /** What can be chosen; nothing where one writes. */
        public List<Option> choices() {
            return Objects.requireNonNullElse(options, List.of());
        }
    }

    /** Something that can be chosen. */
    public record Option(String id, LocalizedText label) {}

    /** Asks only those who answered an earlier question so. */
    public record Condition(String question, List<String> anyOf) {

        /** Copies the answers. */
        public Condition {
            anyOf = List.copyOf(anyOf);
        }
    }

    /** The section with this id. */
    public Optional<Section> section(String id) {
        return sections.stream().filter(each -> each.id().equals(id)).findFirst();
    }

    /** Asks for the latest version of a form. */
    public static Question<FormFacts> latest(String municipality, String form) {
        return Question.get(
                Backend.GRANTS,
                FormFacts.class,
                "/v1/municipalities/{municipality}/forms/{form}",
                Map.of("municipality", municipality, "form", form));
    }

    /** Asks for it. */
    public static Question<FormFacts> of(String municipality, ApplicationFacts.Form form) {
        return Question.get(
                Backend.GRANTS,
                FormFacts.class,
                "/v1/municipalities/{municipality}/forms/{form}/versions/{version}",
                Map.of("municipality", municipality, "form", form.id(), "version", form.version()));
    }
}
