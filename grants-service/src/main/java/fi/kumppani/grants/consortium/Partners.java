package fi.kumppani.grants.consortium;

import fi.kumppani.grants.applicant.AssociationId;

import java.time.Instant;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * The associations that apply together with the applicant.
 *
 * @param all each once, in the order in which the applicant named them
 */
public record Partners(List<Partner> all) {

    /** The most an application may name, whatever its call allows. */
    public static final int MOST = 9;

    /** The applicant applies alone. */
    public static final Partners NONE = new Partners(List.of());

    /**
     * Copies the list.
     *
     * @throws IllegalArgumentException when one stands there twice
     */
    public Partners {
        all = List.copyOf(all);
        if (new HashSet<>(all.stream().map(Partner::association).toList()).size() != all.size()) {
            throw new IllegalArgumentException("A partner is named once");
        }
    }

    /** Which they are. */
    public List<AssociationId> ids() {
        return all.stream().map(Partner::association).toList();
    }

    /** All who apply, with the applicant. */
    public Set<AssociationId> and(AssociationId applicant) {
        return Stream.concat(Stream.of(applicant), ids().stream())
                .collect(Collectors.toUnmodifiableSet());
    }

    /** The one that is this association. */
    public Optional<Partner> find(AssociationId association) {
        return all.stream().filter(each -> each.association().equals(association)).findFirst();
    }

    /** Whether all take part by their own word. */
    public boolean haveJoined() {
        return all.stream().allMatch(Partner::hasJoined);
    }

    /** These instead; whoever was among them before has joined as before. */
    public Partners named(Collection<AssociationId> named) {
        return new Partners(
                named.stream()
                        .map(each -> find(each).orElseGet(() -> new Partner(each, null)))
                        .toList());
    }

    /** After this one said that it takes part; said again, nothing changes. */
    public Partners joined(AssociationId association, Instant now) {
        return new Partners(
                all.stream()
                        .map(
                                each ->
                                        each.association().equals(association) && !each.hasJoined()
                                                ? new Partner(association, now)
                                                : each)
                        .toList());
    }

    /** Without this one. */
    public Partners without(AssociationId association) {
        return new Partners(
                all.stream().filter(each -> !each.association().equals(association)).toList());
    }
}
