package fi.kumppani.portal.registrar;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;

class ImportFileTests {

    @Test
    void readsWhatSpreadsheetsWrite() {
        List<ImportRow> rows =
                rows(
                        String.join(
                                "\r\n",
                                "\ufeffKey;Name.fi;name.sv;form;purposeClass;themes;active",
                                "1; Kylät ry ;\"Byarna; rf\";other;5;villages youth;ei",
                                ";;;;;;",
                                "2;Toinen;;cooperative;;;",
                                ""));

        assertThat(rows).hasSize(2);
        assertThat(rows.getFirst().key()).isEqualTo("1");
        assertThat(rows.getFirst().name()).isEqualTo("Kylät ry");
        assertThat(rows.getFirst().association())
                .isEqualTo(
                        Map.of(
                                "name",
                                Map.of("fi", "Kylät ry", "sv", "Byarna; rf"),
                                "form",
                                "other",
                                "purposeClass",
                                5,
                                "themes",
                                List.of("villages", "youth"),
                                "active",
                                false));
        assertThat(rows.getLast().association()).containsEntry("active", true);
        assertThat(rows.getLast().line()).isEqualTo(4);
    }

    @Test
    void readsWhereMailGoesApartFromWhatEverybodySees() {
        List<ImportRow> rows =
                rows(
                        """
                        name.fi;form;contact.email;contact.language
                        A;other;seura@example.org;SV
                        B;other;;
                        """);

        assertThat(rows.getFirst().contact())
                .isEqualTo(Map.of("email", "seura@example.org", "language", "sv"));
        assertThat(rows.getFirst().association().toString()).doesNotContain("seura");
        assertThat(rows.getLast().contact()).isEmpty();
    }

    @Test
    void readsCommasToo() {
        assertThat(rows("name.en,form\nOur club,other\n").getFirst().name()).isEqualTo("Our club");
    }

    @Test
    void makesTheSameKeyOfTheSameAssociationAndAnotherOfAnother() {
        String table = "name.fi;form;businessId\nA;other;1633241-3\nB;other;1633241-3\nA;other;\n";
        List<ImportRow> rows = rows(table);

        assertThat(rows.get(0).key()).isEqualTo(rows.get(1).key());
        assertThat(rows.get(2).key()).isNotEqualTo(rows.get(0).key());
        assertThat(rows.get(2).key()).isEqualTo(rows("name.fi;form\nA;other\n").getFirst().key());
        assertThat(rows).allMatch(row -> row.key().matches("[\\x21-\\x7e]{1,100}"));
    }

    @Test
    void leavesToTheRegistryWhatItRefusesAndKeepsBackWhatItCannotBeAsked() {
        List<ImportRow> rows = rows("name.fi;form;purposeClass;active\nA;club;five;perhaps\n");

        assertThat(rows.getFirst().association())
                .containsEntry("form", "club")
                .containsEntry("purposeClass", 0);
        assertThat(rows.getFirst().faults()).containsExactly("registrar.import.fault.active");
    }

    @Test
    void saysWhyAFileCannotBeRead() {
        assertThat(fault("")).isEqualTo("none");
        assertThat(fault("a;b\n1;2\n")).isEqualTo("columns");
        assertThat(fault("name.fi;form\n")).isEqualTo("empty");
        assertThat(fault("name.fi;form\n\"open;other\n")).isEqualTo("table");
        assertThat(fault("name.fi;form\n" + "A;other\n".repeat(2001))).isEqualTo("too-many");
        assertThat(fault("x".repeat(1024 * 1024 + 1))).isEqualTo("too-large");
        assertThat(
                        ImportFile.read(
                                "name.fi;form\nKylät;other\n"
                                        .getBytes(StandardCharsets.ISO_8859_1)))
                .isEqualTo(new ImportFile.Reading.Faulty("registrar.import.fault.encoding"));
    }

    private static List<ImportRow> rows(String table) {
        return switch (ImportFile.read(table.getBytes(StandardCharsets.UTF_8))) {
            case ImportFile.Reading.Read(List<ImportRow> rows) -> rows;
            case ImportFile.Reading.Faulty(String text) -> throw new AssertionError(text);
        };
    }

    private static String fault(String table) {
        return switch (ImportFile.read(table.getBytes(StandardCharsets.UTF_8))) {
            case ImportFile.Reading.Read(List<ImportRow> rows) ->
                    throw new AssertionError(rows.size());
            case ImportFile.Reading.Faulty(String text) ->
                    text.replace("registrar.import.fault.", "");
        };
    }
}
