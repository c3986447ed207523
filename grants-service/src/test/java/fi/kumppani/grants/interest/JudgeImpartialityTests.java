package fi.kumppani.grants.interest;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.groups.Tuple.tuple;

import fi.kumppani.grants.applicant.AssociationForm;
import fi.kumppani.grants.applicant.AssociationId;
import fi.kumppani.grants.applicant.FakeRegistry;
import fi.kumppani.grants.interest.DeclareInterest.Result;
import fi.kumppani.kit.store.Stored;

import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.Set;

class JudgeImpartialityTests {

    private static final LocalDate TODAY = LocalDate.of(2026, 6, 15);
    private static final String PERSON = "person";
    private static final List<TieKind> KINDS = List.of(TieKind.values());

    private final FakeRegistry registry = new FakeRegistry();
    private final InMemoryDeclarations declarations = new InMemoryDeclarations();
    private final InMemoryRecusals recusals = new InMemoryRecusals();
    private final AssociationId village =
            registry.association("village", AssociationForm.REGISTERED_ASSOCIATION);
    private final AssociationId club =
            registry.association("club", AssociationForm.REGISTERED_ASSOCIATION);
    private final Matter matter = new Matter("application", Set.of(village));

    @ParameterizedTest
    @EnumSource(TieKind.class)
    void holdsEveryTieButMembershipForAGround(TieKind kind) {
        declare("tie", village, kind, TODAY, null);

        assertThat(judge(TODAY).of(PERSON, matter).map(Disqualification::ground))
                .isEqualTo(kind.ground());
        assertThat(kind.ground().isEmpty()).isEqualTo(kind == TieKind.MEMBERSHIP);
    }

    @ParameterizedTest
    @CsvSource({
        "2026-06-14, false",
        "2026-06-15, true",
        "2026-06-20, true",
        "2026-06-21, false",
    })
    void countsATieFromItsFirstToItsLastDay(LocalDate today, boolean holds) {
        declare("tie", village, TieKind.BOARD_SEAT, TODAY, TODAY.plusDays(5));

        assertThat(judge(today).of(PERSON, matter).isPresent()).isEqualTo(holds);
    }

    @Test
    void disqualifiesForAnyOfThoseWhoApplyTogether() {
        declare("tie", club, TieKind.EMPLOYMENT, TODAY, null);

        assertThat(judge(TODAY).of(PERSON, matter)).isEmpty();
        assertThat(judge(TODAY).of(PERSON, new Matter("joint", Set.of(village, club))))
                .contains(new Disqualification(Ground.EMPLOYMENT));
        assertThat(judge(TODAY).of("another", new Matter("joint", Set.of(village, club))))
                .isEmpty();
    }

    @Test
    void disqualifiesWhoActsForTheApplicantByMandate() {
        registry.mandate(PERSON, village);

        assertThat(judge(TODAY).of(PERSON, matter)).contains(new Disqualification(Ground.MANDATE));
    }

    @Test
    void letsNobodyBackWhoLeftByOwnStatement() {
        judge(TODAY).recuse(PERSON, matter);

        assertThat(judge(TODAY.plusYears(5)).of(PERSON, matter))
                .contains(new Disqualification(Ground.OWN_STATEMENT));
        assertThat(judge(TODAY).of(PERSON, new Matter("other", Set.of(village)))).isEmpty();
    }

    @Test
    void writesDownOnceWhoWasStoppedOnWhichGround() {
        declare("tie", village, TieKind.BOARD_SEAT, TODAY, null);
        var _ = judge(TODAY).stop(PERSON, matter);
        var _ = judge(TODAY).stop(PERSON, matter);
        registry.mandate(PERSON, village);
        var _ = judge(TODAY).stop(PERSON, matter);
        var _ = judge(TODAY).stop("another", matter);

        assertThat(recusals.of("application"))
                .extracting(Recusal::subject, Recusal::ground, Recusal::manner)
                .containsExactly(
                        tuple(PERSON, Ground.BOARD_SEAT, Recusal.Manner.STOPPED),
                        tuple(PERSON, Ground.MANDATE, Recusal.Manner.STOPPED));
    }

    @Test
    void keepsAllThatWasDeclared() {
        declare("tie", village, TieKind.BOARD_SEAT, TODAY, null);
        DeclareInterest use = declaring();

        assertThat(use.declare(PERSON, "tie", village, TieKind.BOARD_SEAT, TODAY, null))
                .isInstanceOf(Result.Kept.class);
        assertThat(use.declare(PERSON, "tie", village, TieKind.MEMBERSHIP, TODAY, null))
                .isInstanceOf(Result.OtherwiseDeclared.class);
        assertThat(use.end(PERSON, "tie", TODAY.minusDays(1), 1))
                .containsInstanceOf(Result.EndsBeforeItBegins.class);
        assertThat(use.end(PERSON, "tie", TODAY.plusDays(2), 1))
                .containsInstanceOf(Result.Kept.class);
        assertThat(use.end(PERSON, "tie", null, 2)).containsInstanceOf(Result.Kept.class);
        assertThat(use.declare(PERSON, "tie", village, TieKind.BOARD_SEAT, TODAY, null))
                .isInstanceOf(Result.Kept.class);

        Tie kept = declarations.find(PERSON).orElseThrow().body().tie("tie").orElseThrow();
        assertThat(kept.ends())
                .extracting(end -> Optional.ofNullable(end.until()))
                .containsExactly(Optional.of(TODAY.plusDays(2)), Optional.empty());
        assertThat(kept.until()).isEmpty();
    }

    @Test
    void takesNoMoreTiesThanOnePersonHas() {
        for (int i = 0; i < Declaration.MOST; i++) {
            declare("tie" + i, village, TieKind.MEMBERSHIP, TODAY, null);
        }

        assertThat(declaring().declare(PERSON, "more", club, TieKind.MEMBERSHIP, TODAY, null))
                .isInstanceOf(Result.Full.class);
        assertThat(
                        declaring()
                                .declare(
                                        PERSON,
                                        "x",
                                        new AssociationId("nobody"),
                                        TieKind.MEMBERSHIP,
                                        TODAY,
                                        null))
                .isInstanceOf(Result.AssociationUnknown.class);
    }

    @Test
    void findsThoseAndOnlyThoseThatATieHoldsOnSomeDayWhateverIsDeclared() {
        for (int seed = 0; seed < 300; seed++) {
            Random random = new Random(seed);
            String person = PERSON + seed;
            List<Drawn> drawn = draw(random, person);
            Set<AssociationId> applicants = new HashSet<>();
            applicants.add(random.nextBoolean() ? village : club);
            applicants.add(random.nextBoolean() ? village : club);
            LocalDate today = TODAY.plusDays(random.nextInt(40) - 20);
            LocalDate since = today.minusDays(random.nextInt(20));
            var part = new Part(person, new Matter("a" + seed, applicants), since, today);

            boolean found = judge(today).ofParts(List.of(part)).containsKey(part);

            assertThat(found)
                    .as("seed %d", seed)
                    .isEqualTo(
                            since.datesUntil(today.plusDays(1))
                                    .anyMatch(
                                            day ->
                                                    drawn.stream()
                                                            .anyMatch(
                                                                    tie ->
                                                                            tie.bars(
                                                                                    applicants,
                                                                                    day))));
        }
    }

    private List<Drawn> draw(Random random, String person) {
        List<Drawn> drawn = new ArrayList<>();
        int ties = random.nextInt(4);
        for (int i = 0; i < ties; i++) {
            LocalDate from = TODAY.plusDays(random.nextInt(40) - 20);
            @Nullable LocalDate until =
                    random.nextBoolean() ? null : from.plusDays(random.nextInt(10));
            TieKind kind = KINDS.get(random.nextInt(KINDS.size()));
            AssociationId association = random.nextBoolean() ? village : club;
            assertThat(declaring().declare(person, "t" + i, association, kind, from, until))
                    .isInstanceOf(Result.Kept.class);
            if (random.nextInt(3) == 0) {
                until = random.nextBoolean() ? null : from.plusDays(random.nextInt(10));
                long version = declarations.find(person).map(Stored::version).orElseThrow();
                assertThat(declaring().end(person, "t" + i, until, version)).isPresent();
            }
            drawn.add(new Drawn(association, kind, from, until));
        }
        return drawn;
    }

    /** What is true of a tie, told day by day. */
    private record Drawn(
            AssociationId association, TieKind kind, LocalDate from, @Nullable LocalDate until) {

        boolean bars(Set<AssociationId> applicants, LocalDate day) {
            return kind != TieKind.MEMBERSHIP
                    && applicants.contains(association)
                    && !day.isBefore(from)
                    && (until == null || !day.isAfter(until));
        }
    }

    private void declare(
            String id,
            AssociationId association,
            TieKind kind,
            LocalDate from,
            @Nullable LocalDate until) {
        assertThat(declaring().declare(PERSON, id, association, kind, from, until))
                .isInstanceOf(Result.Kept.class);
    }

    private DeclareInterest declaring() {
        return new DeclareInterest(declarations, registry, List.of(), noonOf(TODAY));
    }

    private JudgeImpartiality judge(LocalDate today) {
        return new JudgeImpartiality(declarations, registry, recusals, noonOf(today));
    }

    private static Clock noonOf(LocalDate day) {
        return Clock.fixed(Instant.parse(day + "T09:00:00Z"), ZoneOffset.UTC);
    }
}
