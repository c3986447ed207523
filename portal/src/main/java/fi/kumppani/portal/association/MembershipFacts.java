package fi.kumppani.portal.association;

import fi.kumppani.portal.backend.Answer;
import fi.kumppani.portal.backend.Backend;
import fi.kumppani.portal.backend.Listing;
import fi.kumppani.portal.backend.Question;
import fi.kumppani.portal.backend.Versioned;

import org.jspecify.annotations.Nullable;
import org.springframework.core.ParameterizedTypeReference;

import java.time.LocalDate;
import java.util.Map;

/**
 * That an association belongs to a network, wants to, or did.
 *
 * @param status {@code asked}, {@code member} or {@code ended}
 */
public record MembershipFacts(
        String networkId,
        String associationId,
        String status,
        @Nullable LocalDate askedOn,
        @Nullable LocalDate since,
        @Nullable LocalDate until) {

    private static final ParameterizedTypeReference<Listing<MembershipFacts>> LISTING =
            new ParameterizedTypeReference<>() {};
    private static final String ALL = NetworkFacts.ALL + "/{network}/memberships";
    private static final String ONE = ALL + "/{association}";
    private static final String IF_MATCH = "If-Match";

    /** What the registry takes for the version of a membership that never was. */
    private static final String NONE = "\"0\"";

    /** Whether it is one now. */
    public boolean isMember() {
        return status.equals("member");
    }

    /** Whether the association waits to be accepted. */
    public boolean isAsked() {
        return status.equals("asked");
    }

    /** Asks for those of a network, in no order that people know. */
    public static Question<Listing<MembershipFacts>> page(
            String municipality, String network, String from, int most) {
        return Question.page(
                Backend.REGISTRY,
                LISTING,
                ALL,
                Map.of("municipality", municipality, "network", network),
                from,
                most);
    }

    /** Asks for that of an association. */
    public static Question<MembershipFacts> one(
            String municipality, String network, String association) {
        return Question.get(
                Backend.REGISTRY,
                MembershipFacts.class,
                ONE,
                at(municipality, network, association));
    }

    /**
     * Accepts or adds an association, or corrects since when it is a member.
     *
     * @param since the first day; null for today
     * @param seen the version that was seen
     */
    public static Question<MembershipFacts> admit(
            String municipality,
            String network,
            String association,
            @Nullable LocalDate since,
            String seen) {
        return Question.put(
                        Backend.REGISTRY,
                        MembershipFacts.class,
                        ONE,
                        at(municipality, network, association),
                        since == null ? Map.of() : Map.of("since", since.toString()))
                .with(IF_MATCH, seen);
    }

    /** Asks, for the association, to become a member. */
    public static Question<MembershipFacts> ask(
            String municipality, String network, String association, String seen) {
        return move(municipality, network, association, "/request", seen);
    }

    /** Ends a membership, or a request. */
    public static Question<MembershipFacts> end(
            String municipality, String network, String association, String seen) {
        return move(municipality, network, association, "/ending", seen);
    }

    /** The version of what was found; that of none where there never was one. */
    public static String version(Answer<Versioned<MembershipFacts>> answer) {
        return answer.found().map(Versioned::version).orElse(NONE);
    }

    private static Question<MembershipFacts> move(
            String municipality, String network, String association, String move, String seen) {
        return Question.put(
                        Backend.REGISTRY,
                        MembershipFacts.class,
                        ONE + move,
                        at(municipality, network, association),
                        Map.of())
                .with(IF_MATCH, seen);
    }

    private static Map<String, String> at(String municipality, String network, String association) {
        return Map.of("municipality", municipality, "network", network, "association", association);
    }
}
