package fi.kumppani.portal.event;

import fi.kumppani.portal.reader.LocalizedText;

import org.jspecify.annotations.Nullable;

import java.time.Duration;
import java.time.Instant;
import java.util.List;

/**
 * By what rules people register for an event, as events-service tells them.
 *
 * @param quotas parts of the seats; one counts in one of them when there are any
 * @param largestParty how many may come under one registration, at least 1
 * @param opensAt when one may begin to register
 * @param admitted {@code anyone}, {@code associations}, {@code invited} or {@code members}
 * @param invited ids of the associations invited
 * @param seatsPerAssociation how many seats one association may have
 * @param acceptWithin how long a seat is offered that was waited for
 * @param holdFor how long seats are held while the form is filled in
 * @param confirmAddressWithin how long one may take to confirm the address
 * @param approval whether a coordinator approves each registration
 * @param answerByMailOnly whether only the mail tells what became of it
 * @param questions what is asked
 * @param workshops the workshop groups
 */
public record RulesFacts(
        List<Quota> quotas,
        @Nullable Integer largestParty,
        @Nullable Instant opensAt,
        @Nullable String admitted,
        List<String> invited,
        @Nullable Integer seatsPerAssociation,
        @Nullable Duration acceptWithin,
        @Nullable Duration holdFor,
        @Nullable Duration confirmAddressWithin,
        @Nullable Boolean approval,
        @Nullable Boolean answerByMailOnly,
        List<Question> questions,
        @Nullable Workshops workshops) {

    /** The simplest: one by one, and nothing is asked. */
    public static final RulesFacts SIMPLE =
            new RulesFacts(
                    List.of(), 1, null, null, List.of(), null, null, null, null, null, null,
                    List.of(), null);

    /** Takes what is not told for nothing. */
    public RulesFacts {
        quotas = quotas == null ? List.of() : List.copyOf(quotas);
        invited = invited == null ? List.of() : List.copyOf(invited);
        questions = questions == null ? List.of() : List.copyOf(questions);
    }

    /** A part of the seats. */
    public record Quota(String id, LocalizedText title, int seats) {}

    /**
     * Something that is asked.
     *
     * @param kind {@code text}, {@code one} or {@code several}
     * @param purpose {@code general}, {@code catering} or {@code accessibility}
     * @param condition when it is asked; always when there is none
     */
    public record Question(
            String id,
            LocalizedText label,
            String kind,
            @Nullable String purpose,
            @Nullable Boolean required,
            List<Option> options,
            @Nullable Condition condition) {

        /** Takes what is not told for nothing. */
        public Question {
            options = options == null ? List.of() : List.copyOf(options);
        }

        /** Whether the answer is kept apart, as it may tell of health. */
        public boolean isNeed() {
            return purpose != null && !purpose.equals("general");
        }
    }

    /** Something that can be chosen. */
    public record Option(String id, LocalizedText label) {}

    /** Asks only those who chose one of these options before. */
    public record Condition(String question, List<String> anyOf) {

        /** Copies the options. */
        public Condition {
            anyOf = List.copyOf(anyOf);
        }
    }

    /**
     * The workshop groups.
     *
     * @param byClass whether the association's class decides, and nobody chooses
     */
    public record Workshops(@Nullable Boolean byClass, List<Group> groups) {

        /** Takes what is not told for nothing. */
        public Workshops {
            groups = groups == null ? List.of() : List.copyOf(groups);
        }
    }

    /** A workshop group. */
    public record Group(String id, LocalizedText title) {}

    /** How many may come under one registration. */
    public int party() {
        return largestParty == null ? 1 : Math.max(1, largestParty);
    }

    /** Whether only some associations may register. */
    public boolean byInvitation() {
        return "invited".equals(admitted);
    }

    /** Whether one must come for an association. */
    public boolean forAssociations() {
        return admitted != null && !admitted.equals("anyone");
    }

    /** The groups one chooses from; none when there are none or the class decides. */
    public List<Group> groupsToChoose() {
        return workshops == null || Boolean.TRUE.equals(workshops.byClass())
                ? List.of()
                : workshops.groups();
    }

    /** Whether the class of one's association decides in which group one is. */
    public boolean groupedByClass() {
        return workshops != null
                && Boolean.TRUE.equals(workshops.byClass())
                && !workshops.groups().isEmpty();
    }
}
