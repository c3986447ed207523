package fi.kumppani.localstack.demonstration;

import static org.assertj.core.api.Assertions.assertThat;

import fi.kumppani.localstack.demonstration.DemonstrationFiles.Place;

import org.junit.jupiter.api.Test;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;

class InventedAssociationsTests {

    private static final Map<String, List<Integer>> CLASSES = DemonstrationFiles.purposeClasses();

    @Test
    void areAsManyAsTheSourcesSay() {
        Map<String, Integer> counts =
                DemonstrationFiles.places().stream()
                        .collect(Collectors.toMap(Place::code, place -> invent(place).size()));

        assertThat(counts)
                .containsEntry("743", 1122)
                .containsEntry("052", 80)
                .containsEntry("179", 60)
                .containsEntry("980", 40);
    }

    @Test
    void areTheSameEachTime() {
        Place place = DemonstrationFiles.places().getFirst();

        assertThat(invent(place)).isEqualTo(invent(place));
    }

    @Test
    void haveIdsThatAreValidAndNobodyElses() {
        List<InventedAssociation.Facts> all = new ArrayList<>();
        DemonstrationFiles.places()
                .forEach(place -> invent(place).forEach(row -> all.add(row.association())));

        List<String> businessIds = given(all, facts -> Optional.ofNullable(facts.businessId()));
        List<String> registerNumbers =
                given(all, facts -> Optional.ofNullable(facts.registerNumber()));

        assertThat(businessIds).hasSizeGreaterThan(1200).doesNotHaveDuplicates();
        assertThat(businessIds).allMatch(id -> id.matches("9[0-9]{6}-[0-9]") && hasItsDigit(id));
        assertThat(registerNumbers).hasSizeGreaterThan(1150).doesNotHaveDuplicates();
        assertThat(registerNumbers).allMatch(number -> number.matches("9[0-9]{5}"));
        assertThat(all.stream().map(facts -> facts.name().fi())).doesNotHaveDuplicates();
    }

    @Test
    void followTheSharesOfTheirRegion() {
        List<Integer> classes = Objects.requireNonNull(CLASSES.get("14"));
        double all = classes.stream().mapToInt(Integer::intValue).sum();
        var found =
                invent(DemonstrationFiles.places().getFirst()).stream()
                        .map(row -> row.association().purposeClass())
                        .filter(Objects::nonNull)
                        .collect(Collectors.groupingBy(number -> number, Collectors.counting()));

        for (int number = 1; number <= 9; number++) {
            double share = 1122 * classes.get(number - 1) / all;
            assertThat((double) found.getOrDefault(number, 0L))
                    .as("purpose class " + number)
                    .isBetween(Math.floor(share), Math.floor(share) + 1);
        }
    }

    private static List<InventedAssociation> invent(Place place) {
        return InventedAssociations.of(
                place,
                DemonstrationFiles.names(),
                Objects.requireNonNull(CLASSES.get(place.associations().region())));
    }

    private static List<String> given(
            List<InventedAssociation.Facts> all,
            Function<InventedAssociation.Facts, Optional<String>> field) {
        return all.stream().flatMap(facts -> field.apply(facts).stream()).toList();
    }

    /** Counted the other way round than they are made: the whole sum is a multiple of 11. */
    private static boolean hasItsDigit(String id) {
        int[] weights = {7, 9, 10, 5, 8, 4, 2, 1};
        String digits = id.replace("-", "");
        int sum = 0;
        for (int i = 0; i < weights.length; i++) {
            sum += weights[i] * Character.digit(digits.charAt(i), 10);
        }
        return sum % 11 == 0;
    }
}
