package fi.kumppani.grants.handling;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.groups.Tuple.tuple;

import fi.kumppani.grants.grantapplication.GrantApplicationFixtures;
import fi.kumppani.grants.scheme.Acceptance;
import fi.kumppani.grants.scheme.Criterion;
import fi.kumppani.grants.scheme.GrantKind;
import fi.kumppani.grants.scheme.Scheme;
import fi.kumppani.kit.money.Euros;
import fi.kumppani.kit.text.LocalizedText;

import org.junit.jupiter.api.Test;

import java.time.Instant;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;

/** What reviewers may see of one another, whatever happens. */
class VisibilityTests {

    private static final Instant NOW = Instant.parse("2026-03-03T10:00:00Z");
    private static final int PEOPLE = 6;

    @Test
    void showsNobodyAnothersReviewBeforeTheirOwnOrTheEndOfTheRound() {
        for (int seed = 0; seed < 300; seed++) {
            Random random = new Random(seed);
            Handling row = arrived();
            CallHandling call = CallHandling.BEGINNING;
            Set<String> given = new HashSet<>();
            boolean over = false;
            for (int step = 0; step < 30; step++) {
                String person = "p" + random.nextInt(PEOPLE);
                switch (random.nextInt(12)) {
                    case 0 -> {
                        row = row.without(person);
                        var _ = given.remove(person);
                    }
                    case 1 -> {
                        if (step > 20) {
                            row = row.closed(NOW);
                            over = true;
                        }
                    }
                    case 2 -> {
                        if (step > 20) {
                            call = new CallHandling(1, NOW);
                            over = true;
                        }
                    }
                    case 3 -> row = row.assigned(new Assignment(person, person, NOW));
                    default -> {
                        if (!over) {
                            int before = row.reviewOf(person).map(Review::revision).orElse(0);
                            row =
                                    row.reviewed(
                                            new Review(
                                                    person,
                                                    Map.of("need", random.nextInt(6)),
                                                    null,
                                                    before + 1,
                                                    NOW,
                                                    false));
                            var _ = given.add(person);
                        }
                    }
                }
                for (int reader = 0; reader < PEOPLE; reader++) {
                    String name = "p" + reader;
                    Look look = new Look(row, call, scheme());
                    boolean may = over || given.contains(name);
                    assertThat(look.reviewsFor(name).isEmpty())
                            .as("seed %d, step %d, %s", seed, step, name)
                            .isEqualTo(!may || row.reviews().isEmpty());
                    assertThat(look.scoreFor(name).isPresent()).isEqualTo(may && !given.isEmpty());
                    assertThat(look.isBlind()).isEqualTo(!over);
                    assertThat(look.row().counting()).isEqualTo(given.size());
                }
            }
        }
    }

    @Test
    void tellsWhoAppliesInABlindRoundToWhomItIsAssignedAlone() {
        Handling taken = arrived().assigned(new Assignment("a", "b", NOW)).reviewed(review("c", 1));
        Look open = new Look(taken, CallHandling.BEGINNING, scheme());

        assertThat(open.isBlindTo("a")).isFalse();
        assertThat(open.isBlindTo("b")).as("who assigned it").isTrue();
        assertThat(open.isBlindTo("c")).as("who reviewed it").isTrue();
        assertThat(new Look(taken.without("a"), CallHandling.BEGINNING, scheme()).isBlindTo("a"))
                .as("who let it go")
                .isTrue();
        assertThat(new Look(taken, new CallHandling(1, NOW), scheme()).isBlindTo("c")).isFalse();
        assertThat(new Look(taken.closed(NOW), CallHandling.BEGINNING, scheme()).isBlindTo("c"))
                .isFalse();
    }

    @Test
    void forgetsNothingOfWhoIsReleased() {
        Handling row =
                arrived()
                        .assigned(new Assignment("a", "b", NOW))
                        .reviewed(review("a", 5))
                        .reviewed(review("b", 1));

        Handling released = row.without("a");

        assertThat(released.assignment()).isNull();
        assertThat(released.revision()).isGreaterThan(row.revision());
        assertThat(released.reviews())
                .extracting(Review::reviewer, Review::disregarded)
                .containsExactly(tuple("a", true), tuple("b", false));
        assertThat(released.visibleTo("a", false)).isEmpty();
        assertThat(released.visibleTo("b", false)).hasSize(2);
        assertThat(released.without("c")).isEqualTo(released);
    }

    private static Handling arrived() {
        return Handling.arrived(
                GrantApplicationFixtures.APPLICATION,
                GrantApplicationFixtures.CALL,
                1,
                Euros.parse("300"));
    }

    private static Review review(String reviewer, int points) {
        return new Review(reviewer, Map.of("need", points), null, 1, NOW, false);
    }

    private static Scheme scheme() {
        Scheme plain = Scheme.of(GrantKind.GENERAL);
        return new Scheme(
                plain.kind(),
                plain.budgetLine(),
                plain.continuous(),
                null,
                null,
                null,
                plain.payment(),
                List.of(new Criterion("need", LocalizedText.finnish("Tarve"), 100, 5)),
                List.of(),
                List.of(),
                null,
                null,
                true,
                Acceptance.USUAL,
                null,
                false);
    }
}
