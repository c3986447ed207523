package fi.kumppani.events.memo.web;

import static fi.kumppani.events.Api.EVENTS;
import static fi.kumppani.events.Api.coordinator;
import static fi.kumppani.events.Api.stranger;

import static org.assertj.core.api.Assertions.assertThat;

import fi.kumppani.events.Api;
import fi.kumppani.events.EventsServiceTest;
import fi.kumppani.events.MovableClock;
import fi.kumppani.kit.testing.SampleFiles;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.http.ContentDisposition;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;

@EventsServiceTest
class AttachmentIntegrationTests {

    private static final int LARGEST = 5 * 1024 * 1024;

    @Autowired Api api;
    @Autowired MovableClock clock;

    private Instant before = Instant.EPOCH;
    private String memo = "";

    @BeforeEach
    void writeAMemo() {
        before = clock.instant();
        Instant start = clock.instant().plus(Duration.ofMinutes(1));
        memo = EVENTS + "/" + api.announced(api.evening(10, start)) + "/memo";
        api.put(memo)
                .by(coordinator())
                .header("If-Match", "\"0\"")
                .body("{\"text\": {\"fi\": \"Muistio\"}}")
                .send()
                .is(200);
    }

    @AfterEach
    void setClockBack() {
        clock.moveTo(before);
    }

    @Test
    void showsFilesToEverybodyOnceTheMemoIsPublished() {
        byte[] pdf = SampleFiles.pdf("Illan kalvot");
        Api.Answer attached = attach("Illan kalvot – väri.pdf", pdf).is(201);
        assertThat(attached.text("/mediaType")).isEqualTo("application/pdf");
        assertThat(attached.number("/bytes")).isEqualTo(pdf.length);
        assertThat(attached.header("ETag")).isEqualTo("\"2\"");
        String file = attached.header("Location");
        assertThat(file).isEqualTo(memo + "/attachments/" + attached.text("/id"));

        api.get(file).send().is(404);
        api.get(file).by(stranger()).send().is(404);
        api.get(file).by(coordinator()).send().is(200);
        clock.pass(Duration.ofMinutes(2));
        Api.Answer published =
                api.put(memo + "/publication")
                        .by(coordinator())
                        .header("If-Match", "\"2\"")
                        .send()
                        .is(200);
        assertThat(published.json().at("/attachments/0")).isEqualTo(attached.json());

        Api.Answer read = api.get(file).send().is(200);
        assertThat(read.response().getContentAsByteArray()).isEqualTo(pdf);
        assertThat(read.header("Content-Type")).isEqualTo("application/pdf");
        assertThat(read.header("Content-Disposition"))
                .startsWith("attachment;")
                .contains("filename*=UTF-8''Illan%20kalvot%20%E2%80%93%20v%C3%A4ri.pdf");
        assertThat(read.response().getHeaders("X-Content-Type-Options")).containsExactly("nosniff");
        assertThat(read.header("ETag")).isEqualTo("\"" + attached.text("/id") + "\"");
        api.get(file).header("If-None-Match", read.header("ETag")).send().is(304);
        api.get(memo + "/attachments/nothing").send().is(404);
    }

    @Test
    void takesFilesAwayAndKeepsThemWhenTheMemoIsWrittenAnew() {
        String first = attach("a.pdf", SampleFiles.pdf("one")).is(201).header("Location");
        attach("a.pdf", SampleFiles.pdf("one")).is(201);
        attach("b.txt", SampleFiles.text("Hei")).is(201);
        Api.Answer written =
                api.put(memo)
                        .by(coordinator())
                        .header("If-Match", "\"3\"")
                        .body("{\"text\": {\"fi\": \"Muistio toisin\"}}")
                        .send()
                        .is(200);
        assertThat(written.json().at("/attachments")).hasSize(2);

        Api.Answer left = api.delete(first).by(coordinator()).send().is(200);
        assertThat(left.json().at("/attachments")).hasSize(1);
        assertThat(left.text("/attachments/0/name")).isEqualTo("b.txt");
        api.get(first).by(coordinator()).send().is(404);
        api.delete(first).by(coordinator()).send().is(404);
        assertThat(api.get(memo).by(coordinator()).send().is(200).header("ETag"))
                .isEqualTo(left.header("ETag"));
    }

    @Test
    void takesFilesThatAreLargerThanOtherBodiesButNoneBeyondFiveMegabytes() {
        int around = SampleFiles.pdf("").length;
        byte[] large = SampleFiles.pdf("x".repeat(LARGEST - around));
        String file = attach("large.pdf", large).is(201).header("Location");
        assertThat(
                        api.get(file)
                                .by(coordinator())
                                .send()
                                .is(200)
                                .response()
                                .getContentAsByteArray())
                .isEqualTo(large);
        attach("larger.pdf", Arrays.copyOf(large, LARGEST + 1)).is(413);
        api.put(memo)
                .by(coordinator())
                .header("If-Match", "\"1\"")
                .file(new byte[2_000_000])
                .send()
                .is(413);
    }

    @Test
    void namesWhatIsWrongAndWhoMayNot() {
        byte[] pdf = SampleFiles.pdf("one");
        attach("a.pdf", SampleFiles.text("Hei")).is(422).names("content");
        attach("a.exe", pdf).is(422).names("content");
        attach("a.pdf", new byte[0]).is(422).names("content");
        attach("../a.pdf", pdf).is(422).names("name");
        attach(".pdf", pdf).is(422).names("name");
        attach("a".repeat(150) + ".pdf", pdf).is(422).names("name");
        attach("a.pdf", pdf).is(201);
        attach("a.pdf", SampleFiles.pdf("two")).is(422).names("name");
        for (int each = 1; each < 10; each++) {
            attach(each + ".txt", SampleFiles.text("text " + each)).is(201);
        }
        attach("b.pdf", SampleFiles.pdf("two")).refusedAs("attachments-full");

        api.post(memo + "/attachments")
                .by(coordinator())
                .file(pdf)
                .send()
                .is(400)
                .names("Content-Disposition");
        api.post(memo + "/attachments")
                .by(coordinator())
                .header("Content-Disposition", "; nonsense")
                .file(pdf)
                .send()
                .is(400)
                .names("Content-Disposition");
        api.post(memo + "/attachments").file(pdf).send().is(401);
        api.post(memo + "/attachments").by(stranger()).file(pdf).send().is(404);
        api.post(EVENTS + "/no-such-event/memo/attachments")
                .by(coordinator())
                .header("Content-Disposition", "attachment; filename=\"a.pdf\"")
                .file(pdf)
                .send()
                .is(404);
        api.delete(memo + "/attachments/x").send().is(401);
        api.delete(memo + "/attachments/x").by(stranger()).send().is(404);
    }

    private Api.Answer attach(String name, byte[] content) {
        return api.post(memo + "/attachments")
                .by(coordinator())
                .header(
                        "Content-Disposition",
                        ContentDisposition.attachment()
                                .filename(name, StandardCharsets.UTF_8)
                                .build()
                                .toString())
                .file(content)
                .send();
    }
}
