package fi.kumppani.newsletter.letter;

/**
 * What a part of a letter says: first what it shares with other letters, then what is its own. Who
 * hands many letters over can prepare the first once for all of them.
 *
 * @param shared what it begins with
 * @param own what follows; lines end in {@code \n}
 */
public record Wording(Shared shared, String own) {

    private static final Shared NOTHING = new Shared("");

    /** What shares nothing with another letter. */
    public static Wording of(String text) {
        return new Wording(NOTHING, text);
    }

    /** All that it says. */
    public String text() {
        return shared.text() + own;
    }

    /** Whole lines that letters have in common; the very same object in all of them. */
    public static final class Shared {

        private final String text;

        /** These lines, each with its end {@code \n}. */
        public Shared(String lines) {
            if (!lines.isEmpty() && !lines.endsWith("\n")) {
                throw new IllegalArgumentException("The last line has no end");
            }
            this.text = lines;
        }

        /** The lines. */
        public String text() {
            return text;
        }
    }
}
