package fi.kumppani.events.registration;

import fi.kumppani.kit.text.EmailAddress;
import fi.kumppani.kit.text.Language;

/** Who registered, as far as we still know. */
public sealed interface Registrant {

    /**
     * A person who can be written to.
     *
     * @param name at most {@value #LONGEST_NAME} characters
     * @param email their address
     * @param language the language they read
     */
    record Person(String name, EmailAddress email, Language language) implements Registrant {

        /** The longest name that is kept. */
        public static final int LONGEST_NAME = 200;

        /** Whether a name can stand in a letter as it is: something, in one line, not too long. */
        public static boolean isName(String text) {
            return !text.isBlank()
                    && text.codePointCount(0, text.length()) <= LONGEST_NAME
                    && text.codePoints().noneMatch(Person::breaksLines);
        }

        private static boolean breaksLines(int character) {
            int type = Character.getType(character);
            return type == Character.CONTROL
                    || type == Character.LINE_SEPARATOR
                    || type == Character.PARAGRAPH_SEPARATOR
                    || type == Character.SURROGATE;
        }

        /**
         * @throws IllegalArgumentException when the name is not {@linkplain #isName one}
         */
        public Person {
            if (!isName(name)) {
                throw new IllegalArgumentException("A name is one line of 1 to 200 characters");
            }
        }

        /** Says nothing of the person, so that no log does. */
        @Override
        public String toString() {
            return "Person[]";
        }
    }

    /** Somebody we know nothing about: imported from history, or erased. */
    record Anonymous() implements Registrant {}
}
