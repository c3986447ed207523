package fi.kumppani.portal.grantee;

import fi.kumppani.portal.application.ApplicationFacts;
import fi.kumppani.portal.backend.Backend;
import fi.kumppani.portal.backend.Done;
import fi.kumppani.portal.backend.Question;

import org.jspecify.annotations.Nullable;

import java.time.Instant;
import java.util.Map;

/**
 * Where the grants of an application's association are paid to, as grants-service tells it.
 *
 * @param inUse the account in use
 * @param proposed the one that waits for a second person; payments wait with it
 */
public record AccountFacts(@Nullable Account inUse, @Nullable Account proposed) {

    private static final String PATH = ApplicationFacts.PATH + "/bank-account";
    private static final String IF_MATCH = "If-Match";

    /**
     * An account.
     *
     * @param masked such as {@code FI…0785}
     * @param at since when it is used, or when it was proposed
     */
    public record Account(String masked, Instant at) {}

    /** Asks for it. */
    public static Question<AccountFacts> of(String municipality, String application) {
        return Question.get(
                Backend.GRANTS,
                AccountFacts.class,
                PATH,
                ApplicationFacts.at(municipality, application));
    }

    /** Enters an account, by whoever has seen this version. */
    static Question<AccountFacts> enter(
            String municipality, String application, String iban, String seen) {
        return Question.put(
                        Backend.GRANTS,
                        AccountFacts.class,
                        PATH,
                        ApplicationFacts.at(municipality, application),
                        Map.of("iban", iban))
                .with(IF_MATCH, seen);
    }

    /** Confirms the account that waits. */
    public static Question<AccountFacts> confirm(
            String municipality, String application, String seen) {
        return Question.put(
                        Backend.GRANTS,
                        AccountFacts.class,
                        PATH + "/confirmation",
                        ApplicationFacts.at(municipality, application),
                        Map.of())
                .with(IF_MATCH, seen);
    }

    /** Drops the account that waits. */
    public static Question<Done> drop(String municipality, String application, String seen) {
        return Question.delete(
                        Backend.GRANTS,
                        PATH + "/proposal",
                        ApplicationFacts.at(municipality, application))
                .with(IF_MATCH, seen);
    }
}
