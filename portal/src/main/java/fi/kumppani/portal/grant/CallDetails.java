package fi.kumppani.portal.grant;

import fi.kumppani.portal.backend.Backend;
import fi.kumppani.portal.backend.Listing;
import fi.kumppani.portal.backend.Question;
import fi.kumppani.portal.reader.LocalizedText;

import org.jspecify.annotations.Nullable;
import org.springframework.core.ParameterizedTypeReference;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/**
 * All that grants-service tells of one call.
 *
 * @param open whether it takes applications now
 * @param criteria what decisions go by, in words
 * @param budget euros for all awards together
 * @param eligibleForms which kinds of associations may apply
 * @param rounds when it takes applications, if in more than one time
 */
record CallDetails(
        String id,
        boolean open,
        LocalizedText title,
        @Nullable LocalizedText description,
        @Nullable LocalizedText criteria,
        BigDecimal budget,
        BigDecimal capPerApplication,
        List<String> eligibleForms,
        Instant opensAt,
        Instant closesAt,
        List<Round> rounds,
        Scheme scheme) {

    private static final ParameterizedTypeReference<Listing<CallDetails>> LISTING =
            new ParameterizedTypeReference<>() {};

    /** Calls a page. */
    private static final int MOST = 200;

    CallDetails {
        eligibleForms = copy(eligibleForms);
        rounds = copy(rounds);
    }

    /** A time in which it takes applications. */
    record Round(@Nullable LocalizedText name, Instant opensAt, Instant closesAt) {}

    /**
     * By which grounds it grants.
     *
     * @param kind such as {@code village-development}
     */
    record Scheme(
            String kind,
            @Nullable BigDecimal capPerApplicant,
            @Nullable BigDecimal capPerEvent,
            @Nullable Share share,
            Payment payment,
            List<Criterion> criteria,
            List<Attachment> attachments,
            List<Rule> rules,
            @Nullable BigDecimal lightUpTo) {

        Scheme {
            criteria = copy(criteria);
            attachments = copy(attachments);
            rules = copy(rules);
        }
    }

    /** Which part of the costs can be granted. */
    record Share(List<Tier> tiers) {

        Share {
            tiers = copy(tiers);
        }
    }

    /** What costs at most this much gets at most so many percent of it. */
    record Tier(BigDecimal upTo, int percent) {}

    /**
     * When it is paid: {@code in-advance}, {@code instalments}, {@code afterwards}, {@code loan}.
     */
    record Payment(String mode, boolean onlyWhenFinal, @Nullable LocalDate receiptsBy) {}

    /** What applications are scored by; weights make 100 together. */
    record Criterion(LocalizedText text, int weight) {}

    /** A file that goes with an application. */
    record Attachment(LocalizedText label, boolean firstTimeOnly) {}

    /**
     * What else those who apply must fulfil.
     *
     * @param rule such as {@code home-here}
     * @param id of a declaration
     * @param statement what is declared; of a declaration only
     * @param applications how many; of {@code at-most} only
     */
    record Rule(
            String rule,
            @Nullable String id,
            @Nullable LocalizedText statement,
            @Nullable Integer applications) {}

    /** Asks for a call. */
    static Question<CallDetails> one(String municipality, String id) {
        return Question.get(
                Backend.GRANTS,
                CallDetails.class,
                "/v1/municipalities/{municipality}/calls/{id}",
                Map.of("municipality", municipality, "id", id));
    }

    /** Asks for the calls that are open now, from the beginning or from where a page ended. */
    static Question<Listing<CallDetails>> open(String municipality, String from) {
        return Question.page(
                Backend.GRANTS,
                LISTING,
                "/v1/municipalities/{municipality}/calls",
                Map.of("municipality", municipality),
                from,
                MOST);
    }

    private static <T> List<T> copy(@Nullable List<T> given) {
        return List.copyOf(Objects.requireNonNullElse(given, List.of()));
    }
}
