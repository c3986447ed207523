package fi.kumppani.grants.document;

import static org.assertj.core.api.Assertions.assertThat;

import fi.kumppani.grants.appeal.AppealInstruction;
import fi.kumppani.grants.document.DecisionDocument.Fact;
import fi.kumppani.kit.text.Language;

import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.text.PDFTextStripper;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

import java.io.ByteArrayOutputStream;
import java.util.List;
import java.util.stream.IntStream;

class DecisionPdfTests {

    @ParameterizedTest
    @EnumSource(Language.class)
    void isReadByScreenReadersAndKeptByArchives(Language language) throws Exception {
        byte[] pdf = DecisionPdf.of(document(language, "Liikesalaisuus: hinta 12 €"));

        assertThat(PdfStandards.accessibilityFaults(pdf)).isEmpty();
        assertThat(PdfStandards.archiveFaults(pdf)).isEmpty();
    }

    @Test
    void saysAllThatIsDecidedWithEveryLetter() throws Exception {
        try (PDDocument pdf = Loader.loadPDF(DecisionPdf.of(document(Language.FI, null)))) {
            String text = new PDFTextStripper().getText(pdf);

            assertThat(text)
                    .contains("Päätös avustushakemukseen 743/2026/00042")
                    .contains("Kylä & \"Čáhppes\" <ry>")
                    .contains("Palkat ja palkkiot")
                    .contains("Kunta myöntää avustusta 1 000,00 €.")
                    .contains("Oikaisuvaatimusohje")
                    .contains("kohta 40")
                    .doesNotContain("Salassa");
            assertThat(pdf.getDocumentCatalog().getLanguage()).isEqualTo("fi");
            assertThat(pdf.getNumberOfPages()).isGreaterThan(1);
        }
    }

    @Test
    void isRefusedByTheValidatorWhenItIsNotTagged() throws Exception {
        assertThat(PdfStandards.accessibilityFaults(untagged())).isNotEmpty();
    }

    private static byte[] untagged() throws Exception {
        try (PDDocument pdf = Loader.loadPDF(DecisionPdf.of(document(Language.FI, null)))) {
            pdf.getDocumentCatalog().setStructureTreeRoot(null);
            var out = new ByteArrayOutputStream();
            pdf.save(out);
            return out.toByteArray();
        }
    }

    static DecisionDocument document(Language language, @Nullable String secret) {
        return new DecisionDocument(
                language,
                "Päätös avustushakemukseen 743/2026/00042",
                "Päätös",
                List.of(
                        new Fact("Hakija", "Kylä & \"Čáhppes\" <ry>"),
                        new Fact("Päätöspäivä", "22.11.2026")),
                "Kunta myöntää avustusta 1 000,00 €.",
                List.of(new Fact("Palkat ja palkkiot", "1 000,00 €")),
                List.of("Määräraha ei riitä", "Ensimmäinen rivi\nToinen rivi"),
                secret,
                new AppealInstruction(
                        "Oikaisuvaatimusohje",
                        IntStream.rangeClosed(1, 40)
                                .mapToObj(
                                        each ->
                                                new AppealInstruction.Section(
                                                        "Otsikko " + each,
                                                        "Tämä on ohjeen kohta " + each + "."))
                                .toList()));
    }
}
