package fi.kumppani.localstack.demonstration;

import fi.kumppani.localstack.demonstration.DemonstrationFiles.Associations;
import fi.kumppani.localstack.demonstration.DemonstrationFiles.Names;
import fi.kumppani.localstack.demonstration.DemonstrationFiles.Place;

import org.jspecify.annotations.Nullable;

import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.HashSet;
import java.util.Iterator;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.stream.IntStream;

/** Makes up the associations of a municipality, always the same ones. */
final class InventedAssociations {

    private final Associations wanted;
    private final Names names;
    private final Random random;
    private final Iterator<String> businessIds;
    private final Set<String> taken = new HashSet<>();

    private InventedAssociations(Place place, Names names) {
        this.wanted = place.associations();
        this.names = names;
        this.random = new Random(wanted.businessIdsFrom());
        this.businessIds = BusinessIds.from(wanted.businessIdsFrom());
    }

    /**
     * @param classes how many of each purpose class there are in its region
     */
    static List<InventedAssociation> of(Place place, Names names, List<Integer> classes) {
        var making = new InventedAssociations(place, names);
        List<InventedAssociation> made = new ArrayList<>();
        for (int purposeClass : making.purposeClasses(classes)) {
            String key = "demonstration/%s/%04d".formatted(place.code(), made.size());
            made.add(new InventedAssociation(key, making.next(made.size(), purposeClass)));
        }
        return made;
    }

    /** By largest remainders, so that the shares are as near as whole numbers allow. */
    private List<Integer> purposeClasses(List<Integer> classes) {
        long all = classes.stream().mapToLong(Integer::longValue).sum();
        List<Integer> result = new ArrayList<>();
        for (int i = 0; i < classes.size(); i++) {
            result.addAll(
                    Collections.nCopies(
                            (int) ((long) classes.get(i) * wanted.count() / all), number(i)));
        }
        IntStream.range(0, classes.size())
                .boxed()
                .sorted(
                        Comparator.comparingLong(
                                        (Integer i) -> (long) classes.get(i) * wanted.count() % all)
                                .reversed())
                .limit(wanted.count() - result.size())
                .forEach(i -> result.add(number(i)));
        Collections.shuffle(result, random);
        return result;
    }

    /** The last column of the statistics is without a class. */
    private static int number(int column) {
        return column == 9 ? 0 : column + 1;
    }

    private InventedAssociation.Facts next(int index, int purposeClass) {
        Integer told = purposeClass == 0 ? null : purposeClass;
        String number = String.valueOf(wanted.registerNumbersFrom() + index);
        return switch (index % 25) {
            case 23 -> facts("talkooryhmä", "", null, null, "unregistered-group", told);
            case 24 -> facts("osuuskunta", " osk", businessIds.next(), null, "cooperative", told);
            default ->
                    facts(
                            pick(names.kinds().getOrDefault("" + purposeClass, List.of())),
                            " ry",
                            businessIds.next(),
                            number,
                            "registered-association",
                            told);
        };
    }

    private InventedAssociation.Facts facts(
            String kind,
            String suffix,
            @Nullable String businessId,
            @Nullable String registerNumber,
            String form,
            @Nullable Integer purposeClass) {
        var name = new InventedAssociation.Name(name(kind) + suffix);
        return new InventedAssociation.Facts(name, businessId, registerNumber, form, purposeClass);
    }

    private String name(String kind) {
        String name;
        do {
            name = pick(wanted.places()) + " " + pick(names.emblems()) + "-" + kind;
        } while (!taken.add(name));
        return name;
    }

    private String pick(List<String> some) {
        return some.get(random.nextInt(some.size()));
    }
}
