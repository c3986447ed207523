package fi.kumppani.portal.official;

import fi.kumppani.portal.application.ApplicationFacts;
import fi.kumppani.portal.backend.Backend;
import fi.kumppani.portal.backend.Question;

import org.jspecify.annotations.Nullable;

import java.util.Map;
import java.util.Set;

/**
 * How far an application's case is in the municipality's case management.
 *
 * @param status how far it is, from {@code opened} to {@code decided}
 * @param proposal the latest; null while there is none
 */
record CaseFacts(String caseNumber, String status, @Nullable Proposal proposal) {

    private static final String PATH = ApplicationFacts.PATH + "/case";
    private static final Set<String> OPEN = Set.of("opened", "proposed");

    /** What is proposed. */
    record Proposal(VerdictFacts verdict) {}

    /** Whether something can be proposed to it now. */
    boolean isOpen() {
        return OPEN.contains(status);
    }

    static Question<CaseFacts> of(String municipality, String application) {
        return Question.get(
                Backend.GRANTS,
                CaseFacts.class,
                PATH,
                ApplicationFacts.at(municipality, application));
    }

    static Question<CaseFacts> propose(
            String municipality, String application, Map<String, Object> verdict, String seen) {
        return Question.put(
                        Backend.GRANTS,
                        CaseFacts.class,
                        PATH + "/proposal",
                        ApplicationFacts.at(municipality, application),
                        verdict)
                .with("If-Match", seen);
    }
}
