package fi.kumppani.registry.association;

import static fi.kumppani.registry.association.AssociationFixtures.facts;

import static org.assertj.core.api.Assertions.assertThat;

import fi.kumppani.kit.tenancy.Tenancy;
import fi.kumppani.kit.text.EmailAddress;
import fi.kumppani.kit.text.Language;
import fi.kumppani.registry.association.AskForConfirmation.Asked;

import org.junit.jupiter.api.Test;

import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Optional;
import java.util.function.Function;

class AskForConfirmationTests {

    private final AssociationFixtures registry = new AssociationFixtures();

    @Test
    void asksEachActiveOneThatHasSaidNothingForAYearOnce() {
        var asked = registry.verified(facts("A ry"));
        var passive = registry.verified(facts("B ry").inactive());
        var dissolved = registry.dissolved(facts("C ry"));
        registry.associations.told.clear();

        assertThat(all("2026-11-21")).isEqualTo(new Asked(1, 1));
        assertThat(all("2026-11-21")).as("again").isEqualTo(new Asked(0, 0));
        assertThat(all("2026-12-20")).as("29 days later").isEqualTo(new Asked(0, 0));
        assertThat(all("2026-12-21")).as("30 days later").isEqualTo(new Asked(1, 1));

        assertThat(registry.associations.told)
                .hasSize(2)
                .allSatisfy(
                        news -> {
                            assertThat(news).isInstanceOf(News.ConfirmationAsked.class);
                            assertThat(news.association().origin()).isEqualTo(asked.origin());
                        });
        assertThat(now(passive).upkeep().askedOn()).isEmpty();
        assertThat(now(dissolved).upkeep().askedOn()).isEmpty();
    }

    @Test
    void asksNobodyWhoConfirmedWithinAYear() {
        var association = registry.verified(facts("A ry"));
        confirm(association, "2026-11-21");

        assertThat(all("2027-11-20")).isEqualTo(new Asked(0, 0));
        assertThat(all("2027-11-21")).isEqualTo(new Asked(1, 1));
    }

    @Test
    void asksYearlyAYearAfterTheLastWordOrRequest() {
        var association = registry.verified(facts("A ry"));
        assertThat(yearly("2027-11-20")).as("registered on 21 November").isEqualTo(new Asked(0, 0));
        confirm(association, "2027-03-01");
        assertThat(yearly("2027-11-21")).isEqualTo(new Asked(0, 0));
        assertThat(yearly("2028-02-29")).isEqualTo(new Asked(0, 0));
        assertThat(yearly("2028-03-01")).isEqualTo(new Asked(1, 1));
        assertThat(yearly("2029-02-28")).isEqualTo(new Asked(0, 0));
        assertThat(yearly("2029-03-01")).isEqualTo(new Asked(1, 1));
    }

    @Test
    void countsThoseWhomNoMailReaches() {
        var reached = registry.verified(facts("A ry"));
        var _ = registry.verified(facts("B ry"));
        contact(reached);

        assertThat(all("2026-11-21")).isEqualTo(new Asked(2, 1));
    }

    @Test
    void asksOneOnceADayAndNoneThatIsNoMore() {
        var association = registry.verified(facts("A ry"));
        registry.associations.told.clear();

        var first = one(association, 2, "2026-11-21");
        var again = one(association, 3, "2026-11-21");
        var tomorrow = one(association, 3, "2026-11-22");

        assertThat(first).isInstanceOf(Outcome.Kept.class);
        assertThat(again).isEqualTo(first);
        assertThat(tomorrow).isNotEqualTo(first);
        assertThat(registry.associations.told).hasSize(2);
        var dissolved = registry.dissolved(facts("B ry"));
        assertThat(one(dissolved, 2, "2026-11-21"))
                .isEqualTo(new Outcome.Refused(Refusal.DISSOLVED));
    }

    @Test
    void isAnsweredByOneWordAndTellsItAsAPublicFact() {
        var association = registry.verified(facts("A ry"));
        var _ = one(association, 2, "2026-11-21");
        assertThat(now(association).upkeep().isAwaited()).isTrue();
        registry.associations.told.clear();

        confirm(association, "2026-11-21");
        confirm(association, "2026-11-21");

        assertThat(now(association).upkeep().isAwaited()).isFalse();
        assertThat(now(association).upkeep().confirmedOn()).contains(LocalDate.of(2026, 11, 21));
        assertThat(registry.associations.told).singleElement().isInstanceOf(News.Changed.class);
    }

    @Test
    void forgetsTheContactOfADissolvedOneAndTellsNobodyOfContacts() {
        var association = registry.verified(facts("A ry"));
        registry.associations.told.clear();
        contact(association);
        assertThat(registry.associations.told).isEmpty();

        var _ = new DissolveAssociation(registry.associations).dissolve(id(association), 3);

        assertThat(now(association).upkeep().contact()).isEmpty();
    }

    private void contact(Association association) {
        var contact = Optional.of(new MailContact(new EmailAddress("a@example.org"), Language.FI));
        var _ = new KeepContact(registry.associations).keep(id(association), 2, contact);
    }

    private void confirm(Association association, String day) {
        long version = registry.associations.find(id(association)).orElseThrow().version();
        var _ =
                new ConfirmAssociation(registry.associations, on(day))
                        .confirm(id(association), version);
    }

    private Outcome one(Association association, long version, String day) {
        return new AskForConfirmation(registry.associations, on(day)).ask(id(association), version);
    }

    private Asked all(String day) {
        return ask(day, AskForConfirmation::askAll);
    }

    private Asked yearly(String day) {
        return ask(day, AskForConfirmation::askYearly);
    }

    private Asked ask(String day, Function<AskForConfirmation, Asked> how) {
        return Tenancy.callIn(
                AssociationFixtures.SEINAJOKI,
                () -> how.apply(new AskForConfirmation(registry.associations, on(day))));
    }

    private Association now(Association association) {
        return registry.associations.find(id(association)).orElseThrow().body();
    }

    private static String id(Association association) {
        return association.origin().id();
    }

    private static Clock on(String day) {
        return Clock.fixed(
                LocalDate.parse(day).atTime(12, 0).toInstant(ZoneOffset.UTC), ZoneOffset.UTC);
    }
}
