package fi.kumppani.portal.official;

import fi.kumppani.portal.backend.Backend;
import fi.kumppani.portal.backend.Listing;
import fi.kumppani.portal.backend.Question;

import org.jspecify.annotations.Nullable;
import org.springframework.core.ParameterizedTypeReference;

import java.math.BigDecimal;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;

/** The sums of a call's budget, in euros; the appropriation is all the others together. */
record LedgerFacts(
        BigDecimal appropriation,
        BigDecimal available,
        BigDecimal reserved,
        BigDecimal granted,
        BigDecimal paid,
        BigDecimal returned,
        long entries) {

    private static final String LEDGER = WorkCall.ALL + "/{id}/ledger";
    private static final ParameterizedTypeReference<Listing<Entry>> LISTING =
            new ParameterizedTypeReference<>() {};

    /**
     * One line of it.
     *
     * @param kind such as {@code granted}
     * @param reason why the appropriation was stated anew
     * @param decidedIn where that was decided
     */
    record Entry(
            long number,
            String kind,
            BigDecimal amount,
            @Nullable String applicationId,
            @Nullable String reason,
            @Nullable String decidedIn,
            Instant at) {}

    static Question<LedgerFacts> of(String municipality, String call) {
        return Question.get(
                Backend.GRANTS, LedgerFacts.class, LEDGER, WorkCall.at(municipality, call));
    }

    /**
     * Asks for entries, oldest first.
     *
     * @param account only those that move money from or to it; empty for all
     */
    static Question<Listing<Entry>> entries(
            String municipality, String call, String account, String from, int most) {
        Map<String, String> at = new HashMap<>(WorkCall.at(municipality, call));
        at.put("account", account);
        return Question.page(
                Backend.GRANTS,
                LISTING,
                LEDGER + "/entries" + (account.isEmpty() ? "" : "?account={account}"),
                at,
                from,
                most);
    }
}
