package fi.kumppani.portal.page;

import static org.assertj.core.api.Assertions.assertThat;

import fi.kumppani.portal.reader.Language;

import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;

class ColumnsTests {

    private static final Columns<String> COLUMNS =
            Columns.by("name", Comparator.<String>naturalOrder())
                    .or("length", Comparator.comparingInt(String::length));

    @ParameterizedTest
    @CsvSource({
        "'',a bbb cc",
        "name,a bbb cc",
        "-name,cc bbb a",
        "length,a cc bbb",
        "-length,bbb cc a",
        "wine,a bbb cc",
        "-wine,a bbb cc",
        "-,a bbb cc"
    })
    void putsTheWholeListInOrder(String sort, String order) {
        assertThat(COLUMNS.page(List.of("bbb", "a", "cc"), asked(sort, ""), 9).rows())
                .containsExactly(order.split(" "));
    }

    @ParameterizedTest
    @CsvSource({"'',a o ö -", "-name,ö o a -", "length,a o ö -", "-length,ö o a -"})
    void putsWhatLacksSomethingLastEitherWay(String sort, String order) {
        Columns<String> columns =
                Columns.by("name", Columns.alphabetical(Language.FI, ColumnsTests::told))
                        .or("length", Columns.told(ColumnsTests::told));

        assertThat(columns.sorted(List.of("ö", "-", "a", "o"), sort))
                .containsExactly(order.split(" "));
    }

    private static @Nullable String told(String each) {
        return each.equals("-") ? null : each;
    }

    @Test
    void leadsFromEachHeadingToTheOrderAndTheOtherWayAround() {
        TablePage<String> page = COLUMNS.page(List.of("a"), asked("length", "7"), 9);

        assertThat(page.headings().get("name"))
                .isEqualTo(new TablePage.Heading("/list?text=%C3%A4%20%26", null));
        assertThat(page.headings().get("length"))
                .isEqualTo(
                        new TablePage.Heading("/list?text=%C3%A4%20%26&sort=-length", "ascending"));
        assertThat(COLUMNS.page(List.of("a"), asked("-name", ""), 9).headings().get("name"))
                .extracting(TablePage.Heading::order)
                .isEqualTo("descending");
        assertThat(page.sort()).isEqualTo("length");
        assertThat(COLUMNS.page(List.of("a"), asked("name", ""), 9).sort()).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({"'',0", "1,0", "2,10", "3,20", "4,20", "0,0", "-1,0", "99999,0", "x,0"})
    void showsOnePageAndLeadsToTheOthers(String page, int first) {
        List<Integer> all = IntStream.range(0, 25).boxed().toList();
        TablePage<Integer> shown =
                Columns.by("number", Comparator.<Integer>naturalOrder())
                        .page(all, asked("-number", page), 10);

        assertThat(shown.rows().getFirst()).isEqualTo(24 - first);
        assertThat(shown.found()).isEqualTo(25);
        assertThat(shown.later() == null).isEqualTo(first == 20);
        assertThat(shown.earlier() == null).isEqualTo(first == 0);
        if (first == 10) {
            assertThat(shown.earlier()).isEqualTo("/list?text=%C3%A4%20%26&sort=-number");
            assertThat(shown.later()).isEqualTo("/list?text=%C3%A4%20%26&sort=-number&page=3");
        }
    }

    private static Columns.Asked asked(String sort, String page) {
        return new Columns.Asked("/list", Map.of("text", "ä &"), sort, page);
    }
}
