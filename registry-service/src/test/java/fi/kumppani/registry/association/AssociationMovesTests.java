package fi.kumppani.registry.association;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import fi.kumppani.kit.store.StaleVersionException;

import org.junit.jupiter.api.Test;

class AssociationMovesTests {

    private static final Facts FACTS = AssociationFixtures.facts("Kylät ry");
    private static final Facts OTHERS = AssociationFixtures.facts("Kaupunginosat ry");

    private final AssociationFixtures registry = new AssociationFixtures();
    private final VerifyAssociation verifyAssociation =
            new VerifyAssociation(registry.associations);
    private final ChangeAssociation changeAssociation =
            new ChangeAssociation(registry.associations);
    private final DissolveAssociation dissolveAssociation =
            new DissolveAssociation(registry.associations);

    @Test
    void verifiesOnce() {
        Association verified = registry.verified(FACTS);
        assertThat(verified).isInstanceOf(Association.Verified.class);
        assertThat(registry.associations.told).last().isEqualTo(new News.Verified(verified));
        assertThat(verifyAssociation.verify(verified.origin().id(), 2))
                .isEqualTo(new Outcome.Refused(Refusal.ALREADY_VERIFIED));
    }

    @Test
    void changesTheFactsAndKeepsTheState() {
        String unverified = registry.registered(FACTS).origin().id();
        assertThat(AssociationFixtures.kept(changeAssociation.change(unverified, 1, OTHERS)))
                .isInstanceOf(Association.Unverified.class)
                .extracting(Association::facts)
                .isEqualTo(OTHERS);
        assertThat(AssociationFixtures.kept(verifyAssociation.verify(unverified, 2)))
                .isInstanceOf(Association.Verified.class);
        assertThat(AssociationFixtures.kept(changeAssociation.change(unverified, 3, FACTS)))
                .isInstanceOf(Association.Verified.class);
    }

    @Test
    void tellsNobodyOfAChangeThatMakesNoDifference() {
        String id = registry.registered(FACTS).origin().id();
        int told = registry.associations.told.size();
        assertThat(changeAssociation.change(id, 1, FACTS)).isInstanceOf(Outcome.Kept.class);
        assertThat(registry.associations.told).hasSize(told);
    }

    @Test
    void refusesAnIdentifierThatAnotherHas() {
        var _ = registry.registered(AssociationFixtures.facts("A ry", "1790235-0"));
        String id = registry.registered(FACTS).origin().id();
        Facts taken = AssociationFixtures.facts("Kylät ry", "1790235-0");
        assertThat(changeAssociation.change(id, 1, taken))
                .isEqualTo(new Outcome.Refused(Refusal.BUSINESS_ID_TAKEN));
    }

    @Test
    void countsADissolvedAssociationAsActiveNoMore() {
        Association dissolved = registry.dissolved(FACTS);
        assertThat(dissolved).isInstanceOf(Association.Dissolved.class);
        assertThat(dissolved.facts().active()).isFalse();
        assertThat(registry.associations.told).last().isEqualTo(new News.Changed(dissolved));
    }

    @Test
    void movesADissolvedAssociationNoMore() {
        String id = registry.dissolved(FACTS).origin().id();
        var refused = new Outcome.Refused(Refusal.DISSOLVED);
        assertThat(verifyAssociation.verify(id, 2)).isEqualTo(refused);
        assertThat(changeAssociation.change(id, 2, OTHERS)).isEqualTo(refused);
        assertThat(dissolveAssociation.dissolve(id, 2)).isEqualTo(refused);
    }

    @Test
    void saysOfWhatWasEnteredTwiceWhichOneItIs() {
        String original = registry.registered(OTHERS).origin().id();
        String twin = registry.verified(FACTS).origin().id();
        var refused = new Outcome.Refused(Refusal.NO_SUCH_ORIGINAL);
        assertThat(dissolveAssociation.dissolveDuplicate(twin, twin, 2)).isEqualTo(refused);
        assertThat(dissolveAssociation.dissolveDuplicate(twin, "no-such", 2)).isEqualTo(refused);

        Association dissolved =
                AssociationFixtures.kept(dissolveAssociation.dissolveDuplicate(twin, original, 2));

        assertThat(dissolved)
                .isInstanceOfSatisfying(
                        Association.Dissolved.class,
                        it -> assertThat(it.duplicateOf()).contains(original));
        assertThat(dissolveAssociation.dissolveDuplicate(original, twin, 1))
                .as("one that is dissolved itself")
                .isEqualTo(refused);
    }

    @Test
    void doesNotKnowWhatIsNotThere() {
        assertThat(verifyAssociation.verify("no-such", 1)).isEqualTo(new Outcome.Unknown());
    }

    @Test
    void refusesAChangeOfWhatSomebodyElseChanged() {
        String id = registry.registered(FACTS).origin().id();
        var _ = changeAssociation.change(id, 1, OTHERS);
        assertThatExceptionOfType(StaleVersionException.class)
                .isThrownBy(() -> changeAssociation.change(id, 1, FACTS));
    }
}
