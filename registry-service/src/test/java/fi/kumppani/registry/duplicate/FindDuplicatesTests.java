package fi.kumppani.registry.duplicate;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import fi.kumppani.kit.text.LocalizedText;
import fi.kumppani.registry.association.Association;
import fi.kumppani.registry.duplicate.DistinguishAssociations.Result;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;

class FindDuplicatesTests {

    private final InMemoryRegistry registry = new InMemoryRegistry();
    private final InMemoryDistinctions distinctions = new InMemoryDistinctions();
    private final FindDuplicates findDuplicates = new FindDuplicates(registry, distinctions);
    private final DistinguishAssociations distinguishAssociations =
            new DistinguishAssociations(
                    registry,
                    distinctions,
                    Clock.fixed(Instant.parse("2026-11-23T22:30:00Z"), ZoneOffset.UTC));

    @Test
    void tellsEachPairOnceTheStrongestGroundFirst() {
        String near = registry.unverified("Lapuan Virkiä");
        String nearly = registry.unverified("Lapua Virkiä ry");
        String martat = registry.unverified("Seinäjoen Martat");
        String again = registry.verified("Martat Seinäjoen r.y.", true);
        registry.unverified("Nurmon Jymy");

        assertThat(findDuplicates.all())
                .extracting(FindDuplicatesTests::told)
                .containsExactly(
                        martat + " " + again + " [SAME_NAME]",
                        near + " " + nearly + " [SIMILAR_NAME]");
    }

    @Test
    void comparesNamesOverLanguages() {
        String one = registry.named(new LocalizedText("Vaasan Martat", "Vasa Marthor", null));
        String other = registry.named(new LocalizedText(null, null, "Vasa Marthor rf"));

        assertThat(findDuplicates.all())
                .extracting(FindDuplicatesTests::told)
                .containsExactly(one + " " + other + " [SAME_NAME]");
    }

    @Test
    void leavesOutTheDissolvedAndThoseThatRestButNotTheUnverified() {
        registry.unverified("Kylät ry");
        registry.dissolved("Kylät");
        registry.verified("Kylät r.y.", false);

        assertThat(findDuplicates.all()).isEmpty();

        registry.unverified("Kylät, rekisteröity yhdistys");
        assertThat(findDuplicates.all()).hasSize(1);
    }

    @Test
    void believesRegistersMoreThanNamesThatAreOnlySimilar() {
        registry.registered("Lapuan Virkiä", "1234");
        registry.registered("Lapua Virkiä", "1235");

        assertThat(findDuplicates.all()).isEmpty();

        registry.registered("Lapuan Virkiä ry", "1236");
        assertThat(findDuplicates.all())
                .extracting(PossibleDuplicate::grounds)
                .containsExactly(List.of(Ground.SAME_NAME));
    }

    @Test
    void takesAnAddressOfTwoForAGroundAndThatOfAnOfficeForNone() {
        String one = registry.reachedAt("Kisa", "seura@example.org");
        String other = registry.reachedAt("Jymy", "Seura@example.org");

        assertThat(findDuplicates.all())
                .extracting(FindDuplicatesTests::told)
                .containsExactly(one + " " + other + " [SAME_MAILBOX]");

        registry.reachedAt("Toivo", "seura@example.org");
        assertThat(findDuplicates.all()).isEmpty();
    }

    @Test
    void leavesOutWhatSomebodyToldApartUntilItIsTakenBack() {
        String one = registry.unverified("Kylät");
        String other = registry.unverified("Kylät ry");

        assertThat(distinguishAssociations.distinguish(other, one)).isEqualTo(Result.DONE);
        assertThat(distinguishAssociations.distinguish(one, other)).isEqualTo(Result.DONE);

        assertThat(findDuplicates.all()).isEmpty();
        assertThat(distinctions.list("", 10))
                .as("the day in Finland")
                .containsExactly(
                        new Distinction(new Pair(one, other), LocalDate.parse("2026-11-24")));
        assertThat(distinguishAssociations.takeBack(one, other)).isEqualTo(Result.DONE);
        assertThat(findDuplicates.all()).hasSize(1);
    }

    @Test
    void tellsNothingApartThatIsNotThereOrOne() {
        String one = registry.unverified("Kylät");

        assertThat(distinguishAssociations.distinguish(one, "no-such")).isEqualTo(Result.UNKNOWN);
        assertThat(distinguishAssociations.takeBack("no-such", one)).isEqualTo(Result.UNKNOWN);
        assertThat(distinguishAssociations.distinguish(one, one)).isEqualTo(Result.ITSELF);
        assertThat(distinctions.pairs()).isEmpty();
        assertThatIllegalArgumentException().isThrownBy(() -> new Pair("b", "a"));
        assertThatIllegalArgumentException().isThrownBy(() -> Pair.of("a", "a"));
    }

    @Test
    void findsWhatANameIsLikeTheSameFirst() {
        registry.dissolved("Lapuan Virkiä ry");
        String near = registry.unverified("Lapua Virkiä");
        String same = registry.verified("Lapuan Virkiä", false);
        registry.unverified("Lapuan Martat");

        assertThat(findDuplicates.like(LocalizedText.finnish("LAPUAN VIRKIÄ R.Y.")))
                .extracting(alike -> alike.association().origin().id() + " " + alike.ground())
                .containsExactly(same + " SAME_NAME", near + " SIMILAR_NAME");
        assertThat(findDuplicates.like(LocalizedText.finnish("?"))).isEmpty();
    }

    @Test
    @Timeout(30)
    void looksThroughThousandsAndTellsAThousandAtMost() {
        for (int i = 0; i < 5_000; i++) {
            registry.unverified("Kylän %d yhdistys %d ry".formatted(i, i % 70));
        }
        assertThat(findDuplicates.all()).isEmpty();

        for (int i = 0; i < 5_000; i++) {
            registry.unverified("Kuormatesti ry");
        }
        assertThat(findDuplicates.all()).hasSize(1_000);
    }

    private static String told(PossibleDuplicate found) {
        return id(found.first()) + " " + id(found.second()) + " " + found.grounds();
    }

    private static String id(Association association) {
        return association.origin().id();
    }
}
