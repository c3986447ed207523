package fi.kumppani.portal.application;

import fi.kumppani.portal.backend.Backend;
import fi.kumppani.portal.backend.Question;
import fi.kumppani.portal.reader.LocalizedText;

import org.jspecify.annotations.Nullable;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.Map;

/**
 * What was granted, as grants-service tells it to its grantee.
 *
 * @param answer {@code open}, {@code accepted} or {@code declined}
 * @param acceptUntil the last day to accept it
 * @param conditions what is accepted with it
 * @param paid euros that have left so far
 */
record AwardFacts(
        String answer,
        @Nullable LocalDate acceptUntil,
        @Nullable LocalizedText conditions,
        BigDecimal paid) {

    private static final String PATH = ApplicationFacts.PATH + "/award";

    static Question<AwardFacts> of(String municipality, String application) {
        return Question.get(
                Backend.GRANTS,
                AwardFacts.class,
                PATH,
                ApplicationFacts.at(municipality, application));
    }

    /**
     * Asks for an answer to it, by whoever has seen this version.
     *
     * @param answer {@code acceptance} or {@code refusal}
     */
    static Question<AwardFacts> answer(
            String municipality, String application, String answer, String seen) {
        return Question.put(
                        Backend.GRANTS,
                        AwardFacts.class,
                        PATH + "/" + answer,
                        ApplicationFacts.at(municipality, application),
                        Map.of())
                .with("If-Match", seen);
    }
}
