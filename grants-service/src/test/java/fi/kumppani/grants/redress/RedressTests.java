package fi.kumppani.grants.redress;

import static org.assertj.core.api.Assertions.assertThat;

import fi.kumppani.grants.grantapplication.ApplicationId;
import fi.kumppani.kit.store.Creation;

import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

import java.time.LocalDate;

class RedressTests {

    private static final LocalDate OTHERWISE = LocalDate.of(2027, 3, 20);
    private static final LocalDate RULED = LocalDate.of(2027, 4, 7);

    private final Redress nothing = Redress.of(new ApplicationId("a"));

    @Test
    void leavesTheDayAsItIsWhenNothingWasDone() {
        assertThat(nothing.finalFrom(OTHERWISE)).contains(OTHERWISE);
    }

    @ParameterizedTest
    @EnumSource(RedressCase.Kind.class)
    void keepsADecisionFromBeingFinalWhileACaseIsOpen(RedressCase.Kind kind) {
        assertThat(nothing.with(open(1, kind)).finalFrom(OTHERWISE)).isEmpty();
    }

    @Test
    void waitsUntilARulingIsKnownAndCannotBeAppealedAnyMore() {
        RedressCase claim = open(1, RedressCase.Kind.PARTY_CLAIM);
        RedressCase unknown = claim.ruled(ruling(RedressCase.Outcome.DISMISSED, null));
        RedressCase known = claim.ruled(ruling(RedressCase.Outcome.DISMISSED, RULED.plusDays(7)));

        assertThat(nothing.with(unknown).finalFrom(OTHERWISE)).isEmpty();
        // 14.4. + 30 days is Friday 14.5.
        assertThat(nothing.with(known).finalFrom(OTHERWISE)).contains(LocalDate.of(2027, 5, 15));
    }

    @ParameterizedTest
    @EnumSource(
            value = RedressCase.Outcome.class,
            names = {"REVISED", "WITHDRAWN"})
    void isOverWithTheRulingWhenThereIsNothingToAppeal(RedressCase.Outcome outcome) {
        RedressCase over = open(1, RedressCase.Kind.MEMBER_CLAIM).ruled(ruling(outcome, null));

        assertThat(nothing.with(over).finalFrom(OTHERWISE)).contains(RULED);
        assertThat(nothing.with(over).finalFrom(RULED.plusDays(3))).contains(RULED.plusDays(3));
    }

    @Test
    void isOverAtOnceWhenABoardLeavesWhatItTookUp() {
        RedressCase left =
                open(1, RedressCase.Kind.TAKEN_UP)
                        .ruled(ruling(RedressCase.Outcome.DISMISSED, null));

        assertThat(nothing.with(left).finalFrom(OTHERWISE)).contains(RULED);
    }

    @Test
    void waitsForTheLastOfSeveral() {
        Redress two =
                nothing.with(open(1, RedressCase.Kind.PARTY_CLAIM))
                        .with(open(2, RedressCase.Kind.MEMBER_CLAIM));
        Redress one =
                two.change(1, each -> each.ruled(ruling(RedressCase.Outcome.WITHDRAWN, null)));

        assertThat(one.finalFrom(OTHERWISE)).isEmpty();
    }

    @Test
    void waitsForACourt() {
        Redress appealed = nothing.appealed(new Redress.CourtAppeal(RULED, null));
        LocalDate ended = LocalDate.of(2028, 2, 1);

        assertThat(appealed.finalFrom(OTHERWISE)).isEmpty();
        assertThat(appealed.appealed(new Redress.CourtAppeal(RULED, ended)).finalFrom(OTHERWISE))
                .contains(ended);
    }

    private static RedressCase open(int number, RedressCase.Kind kind) {
        return new RedressCase(
                number,
                kind,
                LocalDate.of(2027, 3, 10),
                false,
                1,
                "sivistyslautakunta",
                new Creation("request-" + number, "hash"),
                null,
                null);
    }

    private static RedressCase.Ruling ruling(
            RedressCase.Outcome outcome, @Nullable LocalDate knownOn) {
        return new RedressCase.Ruling(outcome, RULED, "§ 12", knownOn);
    }
}
