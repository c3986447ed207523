package fi.kumppani.registry.association;

/**
 * A purpose class (tarkoitusluokka) of the Finnish register of associations.
 *
 * @param number 1 politics, 2 profession and trade, 3 social and health, 4 culture, 5 leisure, 6
 *     sports, 7 religion and world view, 8 defence and international relations, 9 others
 */
public record PurposeClass(int number) {

    /**
     * @throws IllegalArgumentException when there is no such class
     */
    public PurposeClass {
        if (!exists(number)) {
            throw new IllegalArgumentException("Purpose classes are 1 to 9");
        }
    }

    /** Whether there is a class with this number. */
    public static boolean exists(int number) {
        return number >= 1 && number <= 9;
    }
}
