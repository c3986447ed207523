package fi.kumppani.newsletter.issue;

import static org.assertj.core.api.Assertions.assertThat;

import fi.kumppani.kit.text.EmailAddress;
import fi.kumppani.kit.text.Language;
import fi.kumppani.newsletter.subscription.Addressee;

import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

import java.util.Map;
import java.util.Set;

class SegmentTests {

    private static final Set<String> OFFERED = Set.of("jalasjarvi", "nurmo", "pera");
    private static final Map<String, Integer> CLASSES = Map.of("sports", 3, "culture", 2);

    @Test
    void leavesNobodyOutUnlessItNamesSomething() {
        assertThat(Segment.EVERYBODY.isEverybody()).isTrue();
        assertThat(Segment.EVERYBODY.includes(reader(Language.EN, null), OFFERED, CLASSES))
                .isTrue();
    }

    @Test
    void isForThoseWhoReadOneOfTheLanguages() {
        var segment = new Segment(Set.of(Language.SV, Language.EN), Set.of(), Set.of(), Set.of());
        assertThat(segment.includes(reader(Language.SV, null), OFFERED, CLASSES)).isTrue();
        assertThat(segment.includes(reader(Language.FI, null), OFFERED, CLASSES)).isFalse();
    }

    @Test
    void isForThoseWhoHearOfOneOfTheAreasAndForThoseWhoHearOfAll() {
        var segment = new Segment(Set.of(), Set.of("jalasjarvi", "nurmo"), Set.of(), Set.of());
        assertThat(segment.includes(reader(Language.FI, null, "nurmo", "pera"), OFFERED, CLASSES))
                .isTrue();
        assertThat(segment.includes(reader(Language.FI, null), OFFERED, CLASSES)).isTrue();
        assertThat(segment.includes(reader(Language.FI, null, "pera"), OFFERED, CLASSES)).isFalse();
    }

    @Test
    void isForThoseWhoseAreasAreNoneOfTheListsAnyMore() {
        var segment = new Segment(Set.of(), Set.of("nurmo"), Set.of(), Set.of());
        Set<String> offered = Set.of("jalasjarvi", "nurmo");
        assertThat(segment.includes(reader(Language.FI, null, "pera"), offered, CLASSES)).isTrue();
        assertThat(segment.includes(reader(Language.FI, null, "pera", "nurmo"), offered, CLASSES))
                .isTrue();
        assertThat(
                        segment.includes(
                                reader(Language.FI, null, "pera", "jalasjarvi"), offered, CLASSES))
                .isFalse();
    }

    @Test
    void isForThoseWhoReadForAnAssociationOfOneOfTheClassesOrOfNoKnownOne() {
        var segment = new Segment(Set.of(), Set.of(), Set.of(3), Set.of());
        assertThat(segment.includes(reader(Language.FI, "sports"), OFFERED, CLASSES)).isTrue();
        assertThat(segment.includes(reader(Language.FI, "new"), OFFERED, CLASSES)).isTrue();
        assertThat(segment.includes(reader(Language.FI, "culture"), OFFERED, CLASSES)).isFalse();
        assertThat(segment.includes(reader(Language.FI, null), OFFERED, CLASSES)).isFalse();
    }

    @Test
    void isForThoseWhoAreInOneOfEach() {
        var segment = new Segment(Set.of(Language.SV), Set.of("nurmo"), Set.of(3), Set.of());
        assertThat(segment.includes(reader(Language.SV, "sports", "nurmo"), OFFERED, CLASSES))
                .isTrue();
        assertThat(segment.includes(reader(Language.FI, "sports", "nurmo"), OFFERED, CLASSES))
                .isFalse();
        assertThat(segment.includes(reader(Language.SV, "sports", "pera"), OFFERED, CLASSES))
                .isFalse();
        assertThat(segment.includes(reader(Language.SV, "culture", "nurmo"), OFFERED, CLASSES))
                .isFalse();
    }

    private static Addressee reader(
            Language language, @Nullable String association, String... areas) {
        return new Addressee(
                new EmailAddress("reader@example.org"), language, association, Set.of(areas));
    }
}
