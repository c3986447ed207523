package fi.kumppani.localstack.demonstration;

import java.util.Iterator;
import java.util.stream.IntStream;

/** Finnish business ids (Y-tunnus) with a right check digit, counted up from a number. */
final class BusinessIds {

    private static final int[] WEIGHTS = {7, 9, 10, 5, 8, 4, 2};
    private static final int NEVER_GIVEN = 1;

    private BusinessIds() {}

    /**
     * @param first seven digits to begin with; numbers without a check digit are left out
     */
    static Iterator<String> from(int first) {
        return IntStream.iterate(first, number -> number + 1)
                .filter(number -> remainder(number) != NEVER_GIVEN)
                .mapToObj(number -> "%07d-%d".formatted(number, (11 - remainder(number)) % 11))
                .iterator();
    }

    private static int remainder(int number) {
        int sum = 0;
        int left = number;
        for (int i = WEIGHTS.length - 1; i >= 0; i--) {
            sum += WEIGHTS[i] * (left % 10);
            left /= 10;
        }
        return sum % 11;
    }
}
