package fi.kumppani.registry.duplicate;

import fi.kumppani.kit.store.Stored;
import fi.kumppani.kit.text.LocalizedText;
import fi.kumppani.registry.association.Association;
import fi.kumppani.registry.association.Associations;

import org.springframework.stereotype.Service;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Collectors;

/**
 * Finds associations of the current municipality that look like the same one. Only those are
 * compared that have a key of their names, or an address, in common: not each with each other.
 */
@Service
public class FindDuplicates {

    private static final int READ_TOGETHER = 500;
    private static final int MOST_PAIRS = 1_000;
    private static final int MOST_ALIKE = 20;
    private static final long WHO_SHARE_A_MAILBOX = 2;

    private final Associations associations;
    private final Distinctions distinctions;

    FindDuplicates(Associations associations, Distinctions distinctions) {
        this.associations = associations;
        this.distinctions = distinctions;
    }

    /**
     * An association that looks like what somebody asks for.
     *
     * @param ground why
     */
    public record Alike(Association association, Ground ground) {}

    /**
     * Those that are active or that nobody has verified, by twos, the strongest ground first; at
     * most a thousand, the others when these are settled. Left out is of what somebody said that it
     * is not the same.
     */
    public List<PossibleDuplicate> all() {
        List<ComparedAssociation> all = withOwnMailboxes(living(FindDuplicates::isOfInterest));
        Set<Pair> settled = new HashSet<>(distinctions.pairs());
        List<PossibleDuplicate> found = new ArrayList<>();
        for (List<ComparedAssociation> block : blocks(all)) {
            for (int i = 0; i < block.size(); i++) {
                for (int j = i + 1; j < block.size() && found.size() < MOST_PAIRS; j++) {
                    compare(block.get(i), block.get(j), settled).ifPresent(found::add);
                }
            }
        }
        return found.stream().sorted(PossibleDuplicate.STRONGEST_FIRST).toList();
    }

    /** Those that are not dissolved and are called the same as this or nearly so; a few. */
    public List<Alike> like(LocalizedText name) {
        List<ComparedName> names = ComparedAssociation.names(name);
        return living(_ -> true).stream()
                .flatMap(
                        each ->
                                each.groundsOf(names).stream()
                                        .map(ground -> new Alike(each.association(), ground)))
                .sorted(Comparator.comparing(Alike::ground))
                .limit(MOST_ALIKE)
                .toList();
    }

    private static boolean isOfInterest(Association.Living living) {
        return switch (living) {
            case Association.Unverified _ -> true;
            case Association.Verified verified -> verified.facts().active();
        };
    }

    /** What is found is settled, as others of its keys lead to it again. */
    private static Optional<PossibleDuplicate> compare(
            ComparedAssociation one, ComparedAssociation other, Set<Pair> settled) {
        Pair pair = Pair.of(one.association().origin().id(), other.association().origin().id());
        if (settled.contains(pair)) {
            return Optional.empty();
        }
        List<Ground> grounds = one.groundsWith(other);
        if (grounds.isEmpty()) {
            return Optional.empty();
        }
        settled.add(pair);
        return Optional.of(new PossibleDuplicate(one.association(), other.association(), grounds));
    }

    private List<ComparedAssociation> living(Predicate<Association.Living> wanted) {
        List<ComparedAssociation> living = new ArrayList<>();
        List<Stored<Association>> some = associations.list("", READ_TOGETHER);
        while (!some.isEmpty()) {
            for (Stored<Association> each : some) {
                if (each.body() instanceof Association.Living one && wanted.test(one)) {
                    living.add(ComparedAssociation.of(one));
                }
            }
            some = associations.list(some.getLast().id(), READ_TOGETHER);
        }
        return living;
    }

    private static List<ComparedAssociation> withOwnMailboxes(List<ComparedAssociation> all) {
        Map<String, Long> shared =
                all.stream()
                        .flatMap(each -> each.mailbox().stream())
                        .collect(Collectors.groupingBy(address -> address, Collectors.counting()));
        return all.stream()
                .map(
                        each ->
                                each.mailbox()
                                                .filter(
                                                        address ->
                                                                shared.getOrDefault(address, 0L)
                                                                        > WHO_SHARE_A_MAILBOX)
                                                .isPresent()
                                        ? each.withoutMailbox()
                                        : each)
                .toList();
    }

    private static Collection<List<ComparedAssociation>> blocks(List<ComparedAssociation> all) {
        Map<String, List<ComparedAssociation>> blocks = new LinkedHashMap<>();
        all.forEach(
                each ->
                        each.keys()
                                .forEach(
                                        key ->
                                                blocks.computeIfAbsent(key, _ -> new ArrayList<>())
                                                        .add(each)));
        return blocks.values();
    }
}
