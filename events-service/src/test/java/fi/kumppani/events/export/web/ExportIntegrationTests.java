package fi.kumppani.events.export.web;

import static fi.kumppani.events.Api.EVENTS;
import static fi.kumppani.events.Api.coordinator;
import static fi.kumppani.events.Api.newKey;
import static fi.kumppani.events.Api.stranger;

import static org.assertj.core.api.Assertions.assertThat;

import fi.kumppani.events.Api;
import fi.kumppani.events.EventsServiceTest;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.beans.factory.annotation.Autowired;
import org.w3c.dom.Document;
import org.w3c.dom.NodeList;

import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.zip.ZipFile;

import javax.xml.parsers.DocumentBuilderFactory;

@EventsServiceTest
class ExportIntegrationTests {

    private static final JsonMapper JSON = JsonMapper.builder().build();

    @TempDir Path directory;

    @Autowired Api api;

    @Test
    void writesCommaSeparatedValuesThatNoSpreadsheetCalculates() {
        String event = published();
        register(
                event,
                "=HYPERLINK(\\\"http://example.org\\\")",
                "a",
                "\"why\": [\"+1, \\\"kaksi\\\"\"]");
        register(event, "Osallistuja b", "b", "\"diet\": [\"Pähkinäallergia\"]");
        api.post(EVENTS + "/" + event + "/door/notes")
                .by(coordinator())
                .body(
                        """
                        {"device": "phone", "notes": [
                          {"id": "n-000001", "at": "2025-09-23T14:00:00Z", "number": 2}]}
                        """)
                .send()
                .is(200);

        Api.Answer file = export(event, "csv", "?lang=sv").is(200);
        String[] lines = file.raw().split("\r\n", -1);

        assertThat(file.header("Content-Type")).isEqualTo("text/csv;charset=UTF-8");
        assertThat(file.header("Content-Disposition"))
                .isEqualTo("attachment; filename=\"deltagare.csv\"");
        assertThat(lines[0]).startsWith("\ufeffNummer,Status,Namn,").endsWith(",Anlände,Varför");
        assertThat(lines[1])
                .startsWith(
                        "1,bekräftad,\"'=HYPERLINK(\"\"http://example.org\"\")\",a@example.org,fi,1,")
                .endsWith(",\"'+1, \"\"kaksi\"\"\"");
        assertThat(lines[2]).contains(",ja,2025-09-23 17:00,");
        assertThat(file.raw()).doesNotContain("Pähkinä");
    }

    @Test
    void writesAWorkbookOfText() throws Exception {
        String event = published();
        for (int index = 0; index < 12; index++) {
            register(event, "-Osallistuja " + index, "a" + index, "");
        }

        Api.Answer file = export(event, "xlsx", "?lang=en").is(200);
        List<String> cells = cells(file.response().getContentAsByteArray());

        assertThat(cells.subList(0, 3)).containsExactly("Number", "Status", "Name");
        assertThat(cells).contains("'-Osallistuja 0", "'-Osallistuja 11", "a11@example.org");
    }

    @Test
    void writesEachExportIntoTheJournalAndKeepsOthersOut() {
        String event = published();
        export(event, "xlsx", "").is(200);

        String journal =
                api.get(EVENTS + "/" + event + "/journal").by(coordinator()).send().is(200).raw();
        assertThat(journal).contains("\"exported\"").contains("\"xlsx\"");

        String path = EVENTS + "/" + event + "/participants/exports";
        String body = "{\"format\": \"csv\"}";
        api.post(path).body(body).send().is(401);
        api.post(path).by(stranger()).body(body).send().is(404);
        export(event, "pdf", "").is(422).names("format");
        export("no-such-event", "csv", "").is(404);
    }

    private Api.Answer export(String event, String format, String query) {
        return api.post(EVENTS + "/" + event + "/participants/exports" + query)
                .by(coordinator())
                .body("{\"format\": \"%s\"}".formatted(format))
                .send();
    }

    private List<String> cells(byte[] workbook) throws Exception {
        Document sheet =
                DocumentBuilderFactory.newInstance()
                        .newDocumentBuilder()
                        .parse(
                                new ByteArrayInputStream(
                                        entry(workbook, "xl/worksheets/sheet1.xml")));
        assertThat(sheet.getElementsByTagName("f").getLength()).as("formulas").isZero();
        NodeList texts = sheet.getElementsByTagName("t");
        List<String> cells = new ArrayList<>();
        for (int index = 0; index < texts.getLength(); index++) {
            cells.add(texts.item(index).getTextContent());
        }
        return cells;
    }

    /** By the directory at the end, as programs that open workbooks do. */
    private byte[] entry(byte[] zip, String name) throws IOException {
        Path file = Files.write(directory.resolve("table.xlsx"), zip);
        try (ZipFile opened = new ZipFile(file.toFile())) {
            return opened.getInputStream(Objects.requireNonNull(opened.getEntry(name)))
                    .readAllBytes();
        }
    }

    private void register(String event, String name, String word, String answers) {
        api.post(EVENTS + "/" + event + "/registrations")
                .key(newKey())
                .body(
                        """
                        {"name": "%s", "email": "%s@example.org", "language": "fi",
                         "answers": {%s}}
                        """
                                .formatted(name, word, answers))
                .send()
                .is(201);
    }

    private String published() {
        ObjectNode event = (ObjectNode) JSON.readTree(api.evening(50));
        event.setAll(
                (ObjectNode)
                        JSON.readTree(
                                """
                                {"registration": {"questions": [
                                  {"id": "why", "label": {"fi": "Miksi", "sv": "Varför"},
                                   "kind": "text"},
                                  {"id": "diet", "label": {"fi": "Ruokavalio"}, "kind": "text",
                                   "purpose": "catering"}]}}
                                """));
        return api.announced(JSON.writeValueAsString(event));
    }
}
