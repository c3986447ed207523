package fi.kumppani.events.needs;

import fi.kumppani.kit.text.LocalizedText;

import java.util.List;

/**
 * How many need what, and not who.
 *
 * @param registrations that need something
 * @param people who come under them
 * @param questions what was asked, with how often what was answered
 */
public record NeedsCount(int registrations, int people, List<Asked> questions) {

    /** Nobody needs anything. */
    public static final NeedsCount NONE = new NeedsCount(0, 0, List.of());

    /** Copies the list. */
    public NeedsCount {
        questions = List.copyOf(questions);
    }

    /**
     * A question.
     *
     * @param id its id in the form
     * @param purpose {@code catering} or {@code accessibility}
     * @param answered what was chosen
     * @param texts what was written, in no order; empty once needs are erased
     * @param written how many wrote something
     */
    public record Asked(
            String id,
            LocalizedText label,
            String purpose,
            List<Answered> answered,
            List<String> texts,
            int written) {

        /** Copies the lists. */
        public Asked {
            answered = List.copyOf(answered);
            texts = List.copyOf(texts);
        }

        /** The same without what people wrote in their own words. */
        Asked withoutTexts() {
            return new Asked(id, label, purpose, answered, List.of(), written);
        }
    }

    /**
     * An answer.
     *
     * @param option its id in the form
     * @param registrations that chose it
     * @param people who come under them; how many of a party it is about is not asked
     */
    public record Answered(String option, LocalizedText label, int registrations, int people) {}

    /** What stays of it for good. */
    NeedsCount lasting() {
        return new NeedsCount(
                registrations, people, questions.stream().map(Asked::withoutTexts).toList());
    }
}
