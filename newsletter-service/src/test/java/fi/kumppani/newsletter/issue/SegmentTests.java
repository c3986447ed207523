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

    private static final Map<String, Integer> CLASSES = Map.of("sports", 3, "culture", 2);

    @Test
    void leavesNobodyOutUnlessItNamesSomething() {
        assertThat(Segment.EVERYBODY.isEverybody()).isTrue();
        assertThat(Segment.EVERYBODY.includes(reader(Language.EN, null), CLASSES)).isTrue();
    }

    @Test
    void isForThoseWhoReadOneOfTheLanguages() {
        var segment = new Segment(Set.of(Language.SV, Language.EN), Set.of(), Set.of());
        assertThat(segment.includes(reader(Language.SV, null), CLASSES)).isTrue();
        assertThat(segment.includes(reader(Language.FI, null), CLASSES)).isFalse();
    }

    @Test
    void isForThoseWhoHearOfOneOfTheAreasAndForThoseWhoHearOfAll() {
        var segment = new Segment(Set.of(), Set.of("jalasjarvi", "nurmo"), Set.of());
        assertThat(segment.includes(reader(Language.FI, null, "nurmo", "pera"), CLASSES)).isTrue();
        assertThat(segment.includes(reader(Language.FI, null), CLASSES)).isTrue();
        assertThat(segment.includes(reader(Language.FI, null, "pera"), CLASSES)).isFalse();
    }

    @Test
    void isForThoseWhoReadForAnAssociationOfOneOfTheClassesOrOfNoKnownOne() {
        var segment = new Segment(Set.of(), Set.of(), Set.of(3));
        assertThat(segment.includes(reader(Language.FI, "sports"), CLASSES)).isTrue();
        assertThat(segment.includes(reader(Language.FI, "new"), CLASSES)).isTrue();
        assertThat(segment.includes(reader(Language.FI, "culture"), CLASSES)).isFalse();
        assertThat(segment.includes(reader(Language.FI, null), CLASSES)).isFalse();
    }

    @Test
    void isForThoseWhoAreInOneOfEach() {
        var segment = new Segment(Set.of(Language.SV), Set.of("nurmo"), Set.of(3));
        assertThat(segment.includes(reader(Language.SV, "sports", "nurmo"), CLASSES)).isTrue();
        assertThat(segment.includes(reader(Language.FI, "sports", "nurmo"), CLASSES)).isFalse();
        assertThat(segment.includes(reader(Language.SV, "sports", "pera"), CLASSES)).isFalse();
        assertThat(segment.includes(reader(Language.SV, "culture", "nurmo"), CLASSES)).isFalse();
    }

    private static Addressee reader(
            Language language, @Nullable String association, String... areas) {
        return new Addressee(
                new EmailAddress("reader@example.org"), language, association, Set.of(areas));
    }
}
